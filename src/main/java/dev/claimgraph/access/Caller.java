package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever the running request came from. */
final class Caller {

    private Caller() {}

    /** @throws AuthenticationCredentialsNotFoundException where nobody is logged in */
    static Actor actor() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new AuthenticationCredentialsNotFoundException("Nobody is logged in.");
    }
}

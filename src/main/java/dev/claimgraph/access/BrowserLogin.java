package dev.claimgraph.access;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person who logged in with their browser at the OpenID provider: no token limits what they may do. */
class BrowserLogin extends DefaultOidcUser {

    private static final Duration WORKING_DAY = Duration.ofHours(10);

    private final Identity identity;
    private final Instant end;

    BrowserLogin(OidcUser user, Identity identity, Instant now) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.identity = identity;
        this.end = now.plus(WORKING_DAY);
    }

    /** From then on it tells too little of what the provider says by now. */
    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    Identity identity() {
        return identity;
    }

    Instant end() {
        return end;
    }
}

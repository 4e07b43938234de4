package dev.claimgraph.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/** What connections that stay open have to know of their callers, from the module that knows who is calling. */
public interface Logins {

    /**
     * Who is behind credentials that come in a message.
     *
     * @param authorization as the header of this name has it
     * @param address the caller's
     * @throws AuthenticationException where they are not good
     */
    Authentication logIn(String authorization, String address);

    /** From when on a login counts no more; null where it has no end. */
    @Nullable
    Instant end(Authentication caller);
}

package dev.claimgraph.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller with a token of the provider, as long as it is in time. */
final class TokenLogin extends AbstractAuthenticationToken {

    private final Identity identity;
    private final @Nullable Instant end;

    TokenLogin(Identity identity, @Nullable Instant end) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.identity = identity;
        this.end = end;
        setAuthenticated(true);
    }

    @Nullable
    Instant end() {
        return end;
    }

    @Override
    public Identity getPrincipal() {
        return identity;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}

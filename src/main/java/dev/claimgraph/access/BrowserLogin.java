package dev.claimgraph.access;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person who logged in with their browser at the OpenID provider: no token limits what they may do. */
class BrowserLogin extends DefaultOidcUser {

    private final Identity identity;

    BrowserLogin(OidcUser user, Identity identity) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.identity = identity;
    }

    Identity identity() {
        return identity;
    }
}

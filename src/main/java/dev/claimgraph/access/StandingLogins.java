package dev.claimgraph.access;

import dev.claimgraph.api.Logins;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Lets callers in to sockets. A page cannot send credentials with the handshake, so that passes without; nothing is answered on
 * the socket before it was told good ones.
 */
@Component
class StandingLogins implements WayIn, Logins {

    private static final Logger log = LoggerFactory.getLogger(StandingLogins.class);
    private static final String ENDPOINT = "/graphql";

    private final AuthenticationManager manager;

    StandingLogins(List<AuthenticationProvider> providers) {
        this.manager = new ProviderManager(providers);
    }

    @Override
    public void open(HttpSecurity http) {
        http.authorizeHttpRequests(requests ->
                requests.requestMatchers(StandingLogins::isHandshake).permitAll());
    }

    @Override
    public Authentication logIn(String authorization, String address) {
        try {
            var attempt = attempt(authorization);
            attempt.setDetails(new WebAuthenticationDetails(address, null));
            return manager.authenticate(attempt);
        } catch (AuthenticationException refused) {
            log.info("{} was refused a login on a socket: {}", address, Challenge.printable(refused.getMessage()));
            throw refused;
        }
    }

    @Override
    public @Nullable Instant end(Authentication caller) {
        if (caller instanceof TokenLogin token) {
            return token.end();
        }
        return caller.getPrincipal() instanceof BrowserLogin login ? login.end() : null;
    }

    private static boolean isHandshake(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getServletPath().equals(ENDPOINT)
                && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private static AbstractAuthenticationToken attempt(String authorization) {
        var space = authorization.indexOf(' ');
        var scheme = authorization.substring(0, Math.max(space, 0));
        var credentials = authorization.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Basic")) {
            return password(credentials);
        }
        if (scheme.equalsIgnoreCase("Bearer") && !credentials.isEmpty()) {
            return new BearerTokenAuthenticationToken(credentials);
        }
        throw new BadCredentialsException("Neither Basic nor Bearer credentials.");
    }

    private static AbstractAuthenticationToken password(String credentials) {
        try {
            var login = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            var colon = login.indexOf(':');
            if (colon >= 0) {
                return UsernamePasswordAuthenticationToken.unauthenticated(
                        login.substring(0, colon), login.substring(colon + 1));
            }
        } catch (IllegalArgumentException unreadable) {
            throw new BadCredentialsException("Unreadable credentials.", unreadable);
        }
        throw new BadCredentialsException("Unreadable credentials.");
    }
}

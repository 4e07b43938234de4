package dev.claimgraph.access;

import dev.claimgraph.api.ErrorCode;
import dev.claimgraph.api.RefusedRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets people log in with their browser at the OpenID provider, where one is registered with a client of ours. */
@Component
@ConditionalOnExpression("!" + Tokens.NO_ISSUER)
@Order(2)
class BrowserSessions implements WayIn {

    private static final String PREFLIGHT = "GraphQL-Preflight";

    private final ObjectProvider<InMemoryClientRegistrationRepository> providers;
    private final TokenClaims claims;
    private final Clock clock;

    BrowserSessions(ObjectProvider<InMemoryClientRegistrationRepository> providers, TokenClaims claims, Clock clock) {
        this.providers = providers;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public void open(HttpSecurity http) {
        providers.ifAvailable(registered -> open(http, registered));
    }

    private void open(HttpSecurity http, InMemoryClientRegistrationRepository registered) {
        var login = "/oauth2/authorization/" + registered.iterator().next().getRegistrationId();
        var page = new LoginUrlAuthenticationEntryPoint(login);
        var pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(BrowserSessions::isPage);
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .requestCache(cache -> cache.requestCache(pages))
                .oauth2Login(oauth2 -> oauth2.loginPage(login)
                        .userInfoEndpoint(user -> user.oidcUserService(person()))
                        .defaultSuccessUrl("/graphiql")
                        .failureHandler(Challenge.TOKEN::commence))
                .logout(logout -> logout.logoutUrl("/logout")
                        .logoutSuccessHandler(new OidcClientInitiatedLogoutSuccessHandler(registered)))
                .addFilterBefore(new SessionRules(), LogoutFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, cause) -> {
                    if (isPage(request)) {
                        page.commence(request, response, cause);
                    } else {
                        Challenge.TOKEN.commence(request, response, cause);
                    }
                }));
    }

    private OAuth2UserService<OidcUserRequest, OidcUser> person() {
        var users = new OidcUserService();
        return request -> {
            var user = users.loadUser(request);
            return new BrowserLogin(user, claims.identity(user.getClaims(), null), clock.instant());
        };
    }

    private static boolean isPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /**
     * Refuses what another site may have made a browser send: such a request cannot carry a header of ours. Ends a session after a
     * working day.
     */
    private final class SessionRules extends OncePerRequestFilter {

        private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
                throws ServletException, IOException {
            var login = login();
            if (login != null && login.isOver(clock.instant())) {
                new SecurityContextLogoutHandler().logout(request, response, null);
                rest.doFilter(request, response);
            } else if (login != null && !SAFE.contains(request.getMethod()) && request.getHeader(PREFLIGHT) == null) {
                var message = "A request with a session needs the header %s: 1.".formatted(PREFLIGHT);
                RefusedRequest.because(ErrorCode.FORBIDDEN, message).answer(response, HttpStatus.FORBIDDEN);
            } else {
                rest.doFilter(request, response);
            }
        }

        private static @Nullable BrowserLogin login() {
            var caller = SecurityContextHolder.getContext().getAuthentication();
            return caller != null && caller.getPrincipal() instanceof BrowserLogin login ? login : null;
        }
    }
}

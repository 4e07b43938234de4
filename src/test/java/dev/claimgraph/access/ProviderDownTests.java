package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** Where the provider does not answer, nobody is told that their token is wrong. */
class ProviderDownTests {

    @Test
    void whoComesWithATokenIsToldToTryAgain() throws IOException {
        var configured = new OAuth2ResourceServerProperties();
        configured.getJwt().setIssuerUri("http://127.0.0.1:1");
        var decoder = new Tokens(new TokenClaims("roles", "teams")).decoder(configured);
        var login = new JwtAuthenticationProvider(decoder);
        var token = new BearerTokenAuthenticationToken(OpenIdProvider.running().token(claims -> {}));

        var failure = catchThrowableOfType(AuthenticationException.class, () -> login.authenticate(token));
        var answer = new MockHttpServletResponse();
        Challenge.TOKEN.commence(new MockHttpServletRequest(), answer, failure);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("UNAVAILABLE").doesNotContain("127.0.0.1:1");
        assertThat(answer.getHeader("WWW-Authenticate")).isNull();
    }
}

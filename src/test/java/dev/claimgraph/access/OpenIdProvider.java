package dev.claimgraph.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.claimgraph.Api;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * An OpenID provider of a company: Spring Authorization Server, with the person {@code olivia}, the browser client {@code console} and
 * the app {@code newsletter}, whose password and secret are {@code secret}.
 */
public final class OpenIdProvider {

    static final String SECRET = "secret";

    private static final OpenIdProvider RUNNING = new OpenIdProvider();

    private volatile RSAKey key = newKey();
    private final String issuer;

    private OpenIdProvider() {
        var context = (WebServerApplicationContext) new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("provider", this))
                .properties(
                        "spring.config.name=provider",
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "spring.main.log-startup-info=false")
                .run();
        issuer = "http://127.0.0.1:" + context.getWebServer().getPort();
    }

    public static OpenIdProvider running() {
        return RUNNING;
    }

    String issuer() {
        return issuer;
    }

    /** From now on it signs with another key, and says that this is its only one. */
    void rotateKey() {
        key = newKey();
    }

    /** A token of its own, for olivia and good for ten minutes unless this says otherwise. */
    String token(Consumer<JwtClaimsSet.Builder> claims) {
        return token("JWT", key, claims);
    }

    String token(String type, Consumer<JwtClaimsSet.Builder> claims) {
        return token(type, key, claims);
    }

    /** Logins of people who may do what the local accounts of these names may. */
    public UnaryOperator<String> logins() {
        return account -> Api.token(token(claims -> claims.subject("the " + account)
                .claim("roles", List.of(account.equals("owner") ? "product-owner" : account))
                .claim(
                        "scope",
                        "catalog:read catalog:write facts:read facts:write claims:read claims:write"
                                + " people:read people:write")));
    }

    /** One that somebody else signed. */
    String forged(Consumer<JwtClaimsSet.Builder> claims) {
        return token("JWT", new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build(), claims);
    }

    /** One that nobody signed. */
    String unsigned() {
        return new PlainJWT(adminsClaims()).serialize();
    }

    /** One that is signed with what everybody knows, the public key, as if it were a shared secret. */
    String signedWithThePublicKey() {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, adminsClaims());
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet adminsClaims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("olivia")
                .audience("claimgraph")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("roles", List.of("admin"))
                .claim("scope", "people:read")
                .build();
    }

    /** What the app newsletter is given for itself. */
    String forNewsletter(String scopes) {
        var answer = RestClient.create(issuer)
                .post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth("newsletter", SECRET))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials&scope=" + scopes.replace(" ", "+"))
                .retrieve()
                .body(JsonNode.class);
        return answer.get("access_token").asString();
    }

    private String token(String type, RSAKey signing, Consumer<JwtClaimsSet.Builder> claims) {
        var header = JwsHeader.with(SignatureAlgorithm.RS256)
                .type(type)
                .keyId(signing.getKeyID())
                .build();
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(signing)))
                .encode(JwtEncoderParameters.from(header, claims(claims)))
                .getTokenValue();
    }

    private JwtClaimsSet claims(Consumer<JwtClaimsSet.Builder> claims) {
        var now = Instant.now();
        var set = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject("olivia")
                .audience(List.of("claimgraph"))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(600))
                .claim("name", "Olivia Rivera")
                .claim("roles", List.of("product-owner"))
                .claim(
                        "scope",
                        "catalog:read catalog:write facts:read facts:write claims:read people:read history:read");
        claims.accept(set);
        return set.build();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No configuration by its annotation, or the service under test would find it. */
    @EnableWebSecurity
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
    static class Server {

        @Bean
        SecurityFilterChain security(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        DelegatingFilterProxyRegistrationBean securityFilter() {
            return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        RegisteredClientRepository clients() {
            var console = RegisteredClient.withId("1")
                    .clientId("console")
                    .clientSecret("{noop}console-" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://127.0.0.1/login/oauth2/code/company")
                    .scope(OidcScopes.OPENID)
                    .build();
            var newsletter = RegisteredClient.withId("2")
                    .clientId("newsletter")
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .scope("publications:read")
                    .scope("claims:read")
                    .build();
            return new InMemoryRegisteredClientRepository(console, newsletter);
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    User.withUsername("olivia").password("{noop}" + SECRET).build());
        }

        @Bean
        JWKSource<SecurityContext> keys(OpenIdProvider provider) {
            return (selector, context) -> selector.select(new JWKSet(provider.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if (token.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
                    token.getClaims().audience(List.of("claimgraph"));
                } else {
                    token.getClaims().claim("name", "Olivia Rivera").claim("roles", List.of("product-owner"));
                }
            };
        }
    }
}

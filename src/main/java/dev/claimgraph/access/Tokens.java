package dev.claimgraph.access;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** Reads the bearer tokens of a configured OpenID provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!" + Tokens.NO_ISSUER)
@EnableConfigurationProperties(TokenClaims.class)
@Order(1)
class Tokens implements WayIn {

    static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    /** Holds where no issuer is set, or an empty one. */
    static final String NO_ISSUER = "'${" + ISSUER + ":}'.isBlank()";

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final ObjectPostProcessor<BearerTokenAuthenticationFilter> ALSO_WHERE_THE_PROVIDER_IS_DOWN =
            new ObjectPostProcessor<>() {
                @Override
                public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
                    filter.setAuthenticationFailureHandler(Challenge.TOKEN::commence);
                    return filter;
                }
            };

    private final TokenClaims claims;

    Tokens(TokenClaims claims) {
        this.claims = claims;
    }

    @Bean
    JwtDecoder decoder(OAuth2ResourceServerProperties configured) {
        var issuer = Objects.requireNonNull(configured.getJwt().getIssuerUri());
        if (!issuer.matches("https?://[^/]+.*")) {
            var why = "it is no address of an OpenID provider, such as https://login.example.com/realms/company";
            throw new InvalidConfigurationPropertyValueException(ISSUER, issuer, why);
        }
        var decoder = NimbusJwtDecoder.withJwkSource(ProviderKeys.of(issuer))
                .jwsAlgorithms(all -> all.addAll(Set.of(SignatureAlgorithm.values())))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
        decoder.setJwtValidator(validator(issuer, configured.getJwt().getAudiences()));
        return decoder;
    }

    @Bean
    JwtAuthenticationProvider provider(JwtDecoder decoder) {
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(this::caller);
        return provider;
    }

    @Override
    public void open(HttpSecurity http) {
        var tokens = new ProviderManager(
                http.getSharedObject(ApplicationContext.class).getBean(JwtAuthenticationProvider.class));
        http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.authenticationManager(tokens))
                        .authenticationEntryPoint(Challenge.TOKEN)
                        .withObjectPostProcessor(ALSO_WHERE_THE_PROVIDER_IS_DOWN))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(Challenge.TOKEN));
    }

    private AbstractAuthenticationToken caller(Jwt token) {
        var identity = claims.identity(token.getClaims(), scopes(token));
        return new TokenLogin(identity, token.getExpiresAt());
    }

    /** By RFC 9068, whose access tokens are of a type of their own. */
    private static OAuth2TokenValidator<Jwt> validator(String issuer, List<String> audiences) {
        var time = new JwtTimestampValidator(CLOCK_SKEW);
        time.setAllowEmptyExpiryClaim(false);
        var type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        var audience = new JwtClaimValidator<@Nullable Collection<String>>(
                JwtClaimNames.AUD, named -> named != null && !Collections.disjoint(named, audiences));
        var subject = new JwtClaimValidator<Object>(
                JwtClaimNames.SUB, named -> named instanceof String text && !text.isBlank());
        return new DelegatingOAuth2TokenValidator<>(time, type, new JwtIssuerValidator(issuer), audience, subject);
    }

    /** Deny by default: a token is good for the scopes it names, in either of the usual claims, and for nothing else. */
    private static Set<Scope> scopes(Jwt token) {
        var claim = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
        return switch (claim) {
            case String names -> Scope.named(List.of(names.split(" ")));
            case Collection<?> names ->
                Scope.named(names.stream().map(String::valueOf).toList());
            case null, default -> Set.of();
        };
    }
}

package dev.claimgraph.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;

/**
 * The keys that a provider signs with, as it now publishes them: asked for when a token comes, again for a key that is not among
 * them, but not in a row, be it that nonsense is sent or that the provider is down.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {

    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(2).toMillis());
    private static final long KEPT = Duration.ofMinutes(5).toMillis();
    private static final long PAUSE = Duration.ofSeconds(5).toMillis();
    private static final int LARGEST = 200_000;

    private final Issuer issuer;

    private ProviderKeys(String issuer) {
        this.issuer = new Issuer(issuer);
    }

    static JWKSource<SecurityContext> of(String issuer) {
        return JWKSourceBuilder.create(new ProviderKeys(issuer))
                .cache(KEPT, 2L * PATIENCE)
                .refreshAheadCache(false)
                .rateLimited(PAUSE)
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        try {
            var provider = OIDCProviderMetadata.resolve(issuer, PATIENCE, PATIENCE);
            return JWKSet.load(provider.getJWKSetURI().toURL(), PATIENCE, PATIENCE, LARGEST);
        } catch (GeneralException | IOException | ParseException e) {
            throw new JWKSetUnavailableException("The provider %s does not say its keys".formatted(issuer), e);
        }
    }

    @Override
    public void close() {}
}

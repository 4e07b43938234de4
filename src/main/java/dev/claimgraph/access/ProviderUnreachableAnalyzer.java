package dev.claimgraph.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that the provider at which people log in with their browsers, which is asked at the start, does not answer. */
class ProviderUnreachableAnalyzer extends AbstractFailureAnalyzer<IllegalArgumentException> {

    private static final String UNRESOLVED = "Unable to resolve Configuration with the provided Issuer of ";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, IllegalArgumentException cause) {
        var message = String.valueOf(cause.getMessage());
        if (!message.startsWith(UNRESOLVED)) {
            return null;
        }
        var sentence =
                "The OpenID provider %s does not say how to log in there: start it, or correct the issuer-uri of spring.security.oauth2.client.provider."
                        .formatted(message.substring(UNRESOLVED.length()));
        return new FailureAnalysis(sentence, null, cause);
    }
}

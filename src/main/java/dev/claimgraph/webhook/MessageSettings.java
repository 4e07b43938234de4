package dev.claimgraph.webhook;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What messages say of where they come from, each settable as {@code claimgraph.webhooks.…}.
 *
 * @param source an address, or a path as the default is one, for those who receive from several services
 * @param claimLink where a person sees a claim, with {@code {id}} for its id
 */
@ConfigurationProperties("claimgraph.webhooks")
record MessageSettings(
        @DefaultValue("/claimgraph") URI source,
        @DefaultValue("http://localhost:8080/graphiql#{id}") String claimLink) {

    MessageSettings {
        if (source.toString().isEmpty()) {
            throw new IllegalArgumentException("claimgraph.webhooks.source is empty; give an address or a path.");
        }
    }

    URI linkTo(String claimId) {
        return URI.create(claimLink.replace("{id}", claimId));
    }
}

package dev.claimgraph.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks may go and how long they may take, each settable as {@code claimgraph.webhooks.…}.
 *
 * @param allowedAddresses ranges such as {@code 10.20.0.0/16}, of networks that are not public and may be sent to all the same
 * @param allowHttp whether to send without TLS where the address says so
 * @param connectTimeout for looking the host up, and for each address that it has
 * @param timeout for one attempt as a whole, until the end of the answer
 * @param connectionsPerHost at a time
 */
@ConfigurationProperties("claimgraph.webhooks")
record WebhookSettings(
        @DefaultValue List<String> allowedAddresses,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("50") int connectionsPerHost) {

    WebhookSettings {
        allowedAddresses.forEach(range -> {
            try {
                AddressRange.of(range);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "claimgraph.webhooks.allowed-addresses has %s; it has to be a range such as 10.20.0.0/16."
                                .formatted(range),
                        e);
            }
        });
    }
}

package dev.claimgraph.notice;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events say where they come from, for those who receive from several services.
 *
 * @param source an address, or a path as the default is one
 */
@ConfigurationProperties("claimgraph.notice")
record CloudEventSettings(@DefaultValue("/claimgraph") URI source) {

    CloudEventSettings {
        if (source.toString().isEmpty()) {
            throw new IllegalArgumentException("claimgraph.notice.source is empty; give an address or a path.");
        }
    }
}

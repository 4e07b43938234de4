package dev.claimgraph.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.claimgraph.shared.Json;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to an endpoint: an event by CloudEvents 1.0, whole in one JSON object, which they call structured mode.
 *
 * @param id one of its own within the source
 * @param source where it happened: see {@link MessageSettings}
 * @param type what happened, such as {@code dev.claimgraph.claim.standing.changed}
 * @param subject the id of what it happened to
 * @param data a map or a JSON tree
 */
record CloudEvent(
        String id, URI source, String type, @Nullable String subject, Instant time, Object data) {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    @JsonProperty
    String specversion() {
        return "1.0";
    }

    @JsonProperty
    String datacontenttype() {
        return "application/json";
    }

    String json() {
        return Json.write(this);
    }
}

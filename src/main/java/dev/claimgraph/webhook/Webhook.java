package dev.claimgraph.webhook;

import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.notice.Notice;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * An endpoint that is told of changes.
 *
 * @param events the sorts of changes that it is told of
 * @param claimFilter which claims it is told of; null for all
 * @param active whether anything is sent; what changes while nothing is, is sent once something is, as long as it is kept
 * @param revision how often it was written, from 1
 */
record Webhook(
        String id,
        String name,
        URI url,
        List<Notice.Kind> events,
        @Nullable ClaimFilter claimFilter,
        Format format,
        boolean active,
        long revision,
        Signing signing,
        Instant createdAt,
        String createdById)
        implements Identified {

    static final String KIND = "webhook";

    static Webhook from(Value webhook) {
        var filter = webhook.get("filter").asString(null);
        var former = webhook.get("formerSecret").asString(null);
        return new Webhook(
                webhook.get("id").asString(),
                webhook.get("name").asString(),
                URI.create(webhook.get("url").asString()),
                webhook.get("events").asList(event -> Notice.Kind.valueOf(event.asString())),
                filter == null ? null : Json.read(filter, ClaimFilter.class),
                Format.valueOf(webhook.get("format").asString()),
                webhook.get("active").asBoolean(),
                webhook.get("revision").asLong(),
                new Signing(
                        Secret.of(webhook.get("secret").asString()),
                        former == null ? null : Secret.of(former),
                        former == null
                                ? null
                                : webhook.get("formerUntil").asZonedDateTime().toInstant()),
                webhook.get("createdAt").asZonedDateTime().toInstant(),
                webhook.get("createdBy").asString());
    }

    /** The filter as canonical JSON. */
    public @Nullable String filter() {
        return Json.writeOrNull(claimFilter);
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("id", id);
        properties.put("name", name);
        properties.put("url", url.toString());
        properties.put("events", events.stream().map(Enum::name).toList());
        properties.put("filter", filter());
        properties.put("format", format.name());
        properties.put("active", active);
        properties.put("revision", revision);
        properties.put("secret", signing.secret().reveal());
        properties.put(
                "formerSecret",
                signing.former() == null ? null : signing.former().reveal());
        properties.put(
                "formerUntil",
                signing.formerUntil() == null ? null : signing.formerUntil().atZone(ZoneOffset.UTC));
        properties.put("createdAt", createdAt.atZone(ZoneOffset.UTC));
        properties.put("createdBy", createdById);
        return properties;
    }

    /** All of it but its secrets, for the change log; its address may be one of them. */
    Map<String, Object> state(boolean isThere) {
        var state = new HashMap<String, Object>();
        state.put("type", "Webhook");
        state.put("name", name);
        state.put("host", url.getHost());
        state.put("urlPrint", Fingerprint.of(url.toString()));
        state.put("events", events);
        state.put("filter", claimFilter);
        state.put("format", format);
        state.put("active", active);
        state.put("revision", revision);
        state.put("formerSecretUntil", signing.formerUntil());
        state.put("deleted", isThere ? null : true);
        return state;
    }

    /** What is sent. */
    enum Format {
        CLOUD_EVENTS,
        SLACK
    }

    /**
     * What messages are signed with.
     *
     * @param former the secret before, good for a while, so that endpoints can change theirs; null where there is none
     */
    record Signing(
            Secret secret,
            @Nullable Secret former,
            @Nullable Instant formerUntil) {

        List<Secret> at(Instant now) {
            return former == null || formerUntil == null || !now.isBefore(formerUntil)
                    ? List.of(secret)
                    : Stream.of(secret, former).toList();
        }
    }
}

package dev.claimgraph.claim;

import dev.claimgraph.shared.Identified;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A place where a claim is published.
 *
 * @param endedAt when it was taken down; null while it is live
 */
public record Usage(
        String id,
        String claimId,
        URI url,
        @Nullable String title,
        @Nullable String channel,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant endedAt)
        implements Identified {

    static Usage from(Value usage) {
        var endedAt = usage.get("endedAt");
        return new Usage(
                usage.get("id").asString(),
                usage.get("claimId").asString(),
                URI.create(usage.get("url").asString()),
                usage.get("title").asString(null),
                usage.get("channel").asString(null),
                usage.get("firstSeen").asZonedDateTime().toInstant(),
                usage.get("lastSeen").asZonedDateTime().toInstant(),
                endedAt.isNull() ? null : endedAt.asZonedDateTime().toInstant());
    }

    public boolean live() {
        return endedAt == null;
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("id", id);
        properties.put("claimId", claimId);
        properties.put("url", url.toString());
        properties.put("title", title);
        properties.put("channel", channel);
        properties.put("firstSeen", ClaimRepository.time(firstSeen));
        properties.put("lastSeen", ClaimRepository.time(lastSeen));
        properties.put("endedAt", ClaimRepository.time(endedAt));
        return properties;
    }
}

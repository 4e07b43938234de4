package dev.claimgraph.claim;

import dev.claimgraph.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Another approved wording of a claim, for a channel, a locale or a length. */
public record Variant(
        String text, @Nullable String channel, @Nullable String locale) {

    static Variant from(Value variant) {
        return new Variant(
                variant.get("text").asString(),
                variant.get("channel").asString(null),
                variant.get("locale").asString(null));
    }

    Variant checked(Problems problems, int place) {
        return new Variant(
                problems.text(text, Problems.TEXT, "variants", place, "text"),
                problems.optionalText(channel, 100, "variants", place, "channel"),
                problems.optionalText(locale, 35, "variants", place, "locale"));
    }
}

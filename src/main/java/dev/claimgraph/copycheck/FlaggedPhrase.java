package dev.claimgraph.copycheck;

import dev.claimgraph.search.Words;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A phrase that is not to be said.
 *
 * @param reason why not
 * @param alternative what to say instead; null where nothing is known
 * @param locale of which copy: en, de-CH; null for all
 * @param forbidden whether copy with it must not be printed
 */
public record FlaggedPhrase(
        String id,
        String phrase,
        String reason,
        @Nullable String alternative,
        @Nullable String locale,
        boolean forbidden,
        String addedById,
        Instant addedAt)
        implements Identified {

    static FlaggedPhrase from(Value phrase) {
        return new FlaggedPhrase(
                phrase.get("id").asString(),
                phrase.get("phrase").asString(),
                phrase.get("reason").asString(),
                phrase.get("alternative").asString(null),
                phrase.get("locale").asString(null),
                phrase.get("forbidden").asBoolean(),
                phrase.get("addedBy").asString(),
                phrase.get("addedAt").asZonedDateTime().toInstant());
    }

    /** Equal for the same words for the same copy. */
    static String print(String phrase, @Nullable String locale) {
        return Fingerprint.of(Words.print(phrase), locale);
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("id", id);
        properties.put("print", print(phrase, locale));
        properties.put("phrase", phrase);
        properties.put("reason", reason);
        properties.put("alternative", alternative);
        properties.put("locale", locale);
        properties.put("forbidden", forbidden);
        properties.put("addedBy", addedById);
        properties.put("addedAt", addedAt.atZone(ZoneOffset.UTC));
        return properties;
    }

    /** The whole of it, for the change log. @param flagged whether it is on the list */
    Map<String, Object> state(boolean flagged) {
        var state = new HashMap<String, Object>();
        state.put("type", "FlaggedPhrase");
        state.put("flagged", flagged);
        state.put("phrase", phrase);
        state.put("reason", reason);
        state.put("alternative", alternative);
        state.put("locale", locale);
        state.put("forbidden", forbidden);
        return state;
    }
}

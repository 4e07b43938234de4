package dev.claimgraph.copycheck;

import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * One check of a draft, as it was answered. Of the draft it keeps what the findings quote, and no more.
 *
 * @param findings in the order of the draft
 * @param draftSha256 the SHA-256 of the draft in UTF-8
 * @param libraryState how many changes the library held before it was looked at
 * @param rules the version of the rules that it was checked by
 * @param characters the draft's length in UTF-16 code units
 * @param checkedById who was the first to have this draft checked against this library
 */
record CheckRun(
        String id,
        Verdict verdict,
        List<CheckFinding> findings,
        String draftSha256,
        long libraryState,
        int rules,
        @Nullable String channel,
        @Nullable String locale,
        CopyFormat format,
        int characters,
        Instant checkedAt,
        String checkedById)
        implements Identified {

    static CheckRun from(Value run) {
        return new CheckRun(
                run.get("id").asString(),
                Verdict.valueOf(run.get("verdict").asString()),
                List.of(Json.read(run.get("findings").asString(), CheckFinding[].class)),
                run.get("draftSha256").asString(),
                run.get("libraryState").asLong(),
                run.get("rules").asInt(),
                run.get("channel").asString(null),
                run.get("locale").asString(null),
                CopyFormat.valueOf(run.get("format").asString()),
                run.get("characters").asInt(),
                run.get("checkedAt").asZonedDateTime().toInstant(),
                run.get("checkedBy").asString());
    }

    /** Equal for the same answer to the same draft, whoever asks and whenever. */
    String print() {
        return Fingerprint.of(
                draftSha256,
                channel,
                locale,
                format.name(),
                Long.toString(libraryState),
                Integer.toString(rules),
                Json.write(findings));
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("id", id);
        properties.put("verdict", verdict.name());
        properties.put("findings", Json.write(findings));
        properties.put("draftSha256", draftSha256);
        properties.put("libraryState", libraryState);
        properties.put("rules", rules);
        properties.put("channel", channel);
        properties.put("locale", locale);
        properties.put("format", format.name());
        properties.put("characters", characters);
        properties.put("checkedAt", checkedAt.atZone(ZoneOffset.UTC));
        properties.put("checkedBy", checkedById);
        return properties;
    }
}

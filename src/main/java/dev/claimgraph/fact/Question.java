package dev.claimgraph.fact;

import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.threeten.extra.PeriodDuration;

/**
 * A straight question to whoever answers for a subject; its answer is a fact.
 *
 * @param age how long it has waited; null once nobody waits any more
 * @param answer null before there is one
 */
public record Question(
        String id,
        String text,
        Status status,
        String subjectId,
        String askedById,
        Instant askedAt,
        @Nullable PeriodDuration age,
        @Nullable Answer answer)
        implements Identified {

    static Question from(Value question, Instant now) {
        var status = Status.valueOf(question.get("status").asString());
        var askedAt = question.get("askedAt").asZonedDateTime().toInstant();
        return new Question(
                question.get("id").asString(),
                question.get("text").asString(),
                status,
                question.get("subjectId").asString(),
                question.get("askedBy").asString(),
                askedAt,
                status == Status.OPEN ? PeriodDuration.of(Duration.between(askedAt, now)) : null,
                question.get("factId").isNull()
                        ? null
                        : new Answer(
                                question.get("factId").asString(),
                                question.get("note").asString(null),
                                question.get("answeredBy").asString(),
                                question.get("answeredAt").asZonedDateTime().toInstant()));
    }

    /** Equal for what is the same question, white space and case aside. */
    static String print(String subjectId, String text) {
        return Fingerprint.of(subjectId, text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    /** The whole of it, for the change log. */
    Map<String, Object> state() {
        var state = new HashMap<String, Object>();
        state.put("type", "Question");
        state.put("text", text);
        state.put("status", status);
        state.put("subjectId", subjectId);
        state.put("askedById", askedById);
        state.put("askedAt", askedAt);
        state.put("answer", answer);
        return state;
    }

    /** How far people have come with a question. */
    enum Status {
        OPEN,
        ANSWERED,
        WITHDRAWN
    }

    /** The fact that answers a question, and who said so. */
    record Answer(String factId, @Nullable String note, String personId, Instant at) {}
}

package dev.claimgraph.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/** A verification by two statements in one transaction, which read and write what the service does. */
final class VerificationByHand {

    private static final String READ = Texts.of("verify-read.cypher");
    private static final String WRITE = Texts.of("verify-write.cypher");

    private final Session session;

    VerificationByHand(Driver driver) {
        session = driver.session(SessionConfig.forDatabase("neo4j"));
    }

    /** @return what its owner is shown next */
    String verify(String id, String shown) {
        return session.executeWrite(transaction -> {
            var present = transaction.run(READ, Map.of("id", id)).single();
            var fact = present.get("fact");
            if (!Verifying.token(fact.get("basis").asString(), fact.get("decisions").asLong()).equals(shown)) {
                throw new IllegalStateException("The fact is not as it was shown.");
            }
            var written = transaction.run(WRITE, decided(id, present)).single().get("fact");
            return Verifying.token(written.get("basis").asString(), written.get("decisions").asLong());
        });
    }

    private static Map<String, Object> decided(String id, Record present) {
        var now = Instant.now();
        var time = now.atZone(ZoneOffset.UTC);
        var fact = present.get("fact");
        var subject = present.get("subject");
        var subjectId = subject.get("id").asString();
        var revision = subject.get("revision").asLong();
        var number = fact.get("decisions").asLong() + 1;
        var verificationId = numbered(id, number);
        var verification = Map.<String, Object>of(
                "id", verificationId,
                "factId", id,
                "number", number,
                "decision", "VERIFIED",
                "at", time,
                "statement", fact.get("statement").asString(),
                "basis", fact.get("verified").asString());
        var state = HandWrittenChange.state(present.get("head"));
        state.put("decisions", number);
        state.put(
                "verification",
                Map.of("id", verificationId, "decision", "VERIFIED", "at", now, "personId", Seed.OWNER, "revision", revision));
        return Map.of(
                "id", id,
                "revision", numbered(subjectId, revision),
                "by", Seed.OWNER,
                "properties", Map.of("decisions", number, "state", "VERIFIED", "verified", fact.get("verified").asString()),
                "verification", verification,
                "change", HandWrittenChange.row("verifyFact", id, present.get("head"), state, List.of(subjectId), now));
    }

    private static String numbered(String id, long number) {
        return "%s/%010d".formatted(id, number);
    }
}

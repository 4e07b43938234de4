package dev.claimgraph.fact;

import dev.claimgraph.access.Person;
import dev.claimgraph.catalog.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * An immutable record: who decided what about a fact, when, against which basis, valid until when.
 *
 * @param id the fact's id and the number, so that it sorts within the fact
 * @param statement the fact's statement as it was decided on
 * @param validUntil that instant excluded; null for as long as the basis stands
 * @param revision the subject's revision that the decision was made on
 */
public record Verification(
        String id,
        Decision decision,
        Instant at,
        Person by,
        @Nullable String note,
        String statement,
        @Nullable Instant validUntil,
        Revision revision) {

    /** What a statement returns for the verification {@code v}, to be read by {@link #from}. */
    static final String PROJECTION = """
        {verification: properties(v),
          by: head([(v)-[:BY]->(person:Person) | properties(person)]),
          revision: head([(v)-[:AT]->(r:Revision) | properties(r)])}
        """;

    static Verification from(Value row) {
        var verification = row.get("verification");
        var validUntil = verification.get("validUntil");
        return new Verification(
                verification.get("id").asString(),
                Decision.valueOf(verification.get("decision").asString()),
                verification.get("at").asZonedDateTime().toInstant(),
                Person.from(row.get("by")),
                verification.get("note").asString(null),
                verification.get("statement").asString(),
                validUntil.isNull() ? null : validUntil.asZonedDateTime().toInstant(),
                Revision.from(row.get("revision")));
    }

    static String id(String factId, long number) {
        return "%s/%010d".formatted(factId, number);
    }
}

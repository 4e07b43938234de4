package dev.claimgraph.history;

import static dev.claimgraph.Company.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.catalog.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.data.neo4j.core.Neo4jClient;

/** What a revision writes is written with its changes, once, whatever else is going on. */
@ClaimgraphTest
class WriteLastTests {

    private final Past past;
    private final Doors doors;
    private final Neo4jClient neo4j;
    private final Log log;
    private final Company company;
    private final String feature;
    private final long start;

    WriteLastTests(Past past, Doors doors, Neo4jClient neo4j) {
        this.past = past;
        this.doors = doors;
        this.neo4j = neo4j;
        this.log = new Log(neo4j);
        this.company = new Company(doors);
        this.feature = company.feature(Map.of("size", number(50, "GB"))).id();
        this.start = log.position();
    }

    @Test
    void itIsWrittenOnceWhereTheMomentIsOver() {
        var moment = past.now();
        past.at(moment, List.of(feature));
        doors.clock().at(moment, () -> company.set(company.owner, feature, "size", number(60, "GB")));
        assertThat(log.after(start, Integer.MAX_VALUE))
                .singleElement()
                .satisfies(change -> assertThat(change.at()).isAfter(moment));
        assertThat(present().revision()).isEqualTo(2);
        assertThat(revisions()).isEqualTo(2);
    }

    @Test
    void whatFollowsInTheSameTransactionReadsIt() {
        doors.changes().write(() -> {
            company.set(company.owner, feature, "size", number(60, "GB"));
            assertThat(present().revision()).isEqualTo(2);
            company.set(company.owner, feature, "size", number(70, "GB"));
            return present();
        });
        assertThat(present().revision()).isEqualTo(3);
        assertThat(revisions()).isEqualTo(3);
        assertThat(log.after(start, Integer.MAX_VALUE)).hasSize(2);
    }

    @Test
    void nothingIsWrittenWhereTheTransactionFails() {
        assertThatThrownBy(() -> doors.changes().write(() -> {
                    company.set(company.owner, feature, "size", number(60, "GB"));
                    throw new IllegalStateException("It fails.");
                }))
                .hasMessage("It fails.");
        assertThat(present().revision()).isEqualTo(1);
        assertThat(log.after(start, Integer.MAX_VALUE)).isEmpty();
    }

    private Subject present() {
        return Objects.requireNonNull(doors.subjects().byId(List.of(feature)).get(feature));
    }

    private long revisions() {
        return neo4j.query("MATCH (:Subject {id: $id})-[:HAS_REVISION]->(r) RETURN count(r) AS revisions")
                .bind(feature)
                .to("id")
                .fetchAs(Long.class)
                .one()
                .orElseThrow();
    }
}

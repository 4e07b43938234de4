package dev.claimgraph.history;

import static dev.claimgraph.Company.number;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.neo4j.core.Neo4jClient;

/** What things were when the log had so many changes is what the last of these left. */
@ClaimgraphTest
class PastTests {

    private final Past past;
    private final Doors doors;
    private final Log log;

    PastTests(Past past, Doors doors, Neo4jClient neo4j) {
        this.past = past;
        this.doors = doors;
        this.log = new Log(neo4j);
    }

    @Test
    void whatWasBeforeSomeChangesAndAfterThemIsReadTogether() {
        var start = log.position();
        var company = new Company(doors);
        var feature = company.feature(Map.of("size", number(50, "GB"))).id();
        company.approved(company.verify(company.fact(feature, null, null)).id());
        company.set(company.owner, feature, "size", number(100, "GB"));
        var changes = log.after(start, Integer.MAX_VALUE);
        var ids = changes.stream().map(Change::aggregate).distinct().toList();
        var end = changes.getLast().position();

        for (var before = start; before <= end; before++) {
            for (var after = before; after <= end; after++) {
                var states = past.between(before, after, ids);
                assertThat(states).isEqualTo(new Between<>(lastOf(changes, before), lastOf(changes, after)));
                assertUnchangedIsTheSame(states);
            }
        }
    }

    /** Wherever that begins and ends, and be the positions in it or not. */
    @Test
    void whatAStretchOfTheLogKnowsIsWhatTheLogSays() {
        var begin = log.position();
        var company = new Company(doors);
        var feature = company.feature(Map.of("size", number(50, "GB"))).id();
        var fact = company.verify(company.fact(feature, null, null)).id();
        company.approved(fact);
        company.set(company.owner, feature, "size", number(100, "GB"));
        var changes = log.after(begin, Integer.MAX_VALUE);
        var ids = changes.stream().map(Change::aggregate).distinct().toList();
        var size = changes.size();

        for (var start = 0; start <= size; start += 2) {
            for (var end = start; end <= size; end += 3) {
                var stretch = past.stretch(begin + start, changes.subList(start, end));
                for (var before = 0; before <= size; before++) {
                    for (var after = before; after <= size; after++) {
                        var states = stretch.between(begin + before, begin + after, ids);
                        assertThat(states)
                                .isEqualTo(
                                        new Between<>(lastOf(changes, begin + before), lastOf(changes, begin + after)));
                        assertUnchangedIsTheSame(states);
                    }
                }
            }
        }
    }

    /** Be they more than a stretch keeps. */
    @Test
    void whatNeverWasIsLeftOut() {
        var begin = log.position();
        var company = new Company(doors);
        var feature = company.feature(Map.of("size", number(50, "GB"))).id();
        var changes = log.after(begin, Integer.MAX_VALUE);
        var end = changes.getLast().position();
        var stretch = past.stretch(begin, changes);
        for (var i = 0; i < 3; i++) {
            var ids = Stream.concat(
                            IntStream.range(1_500 * i, 1_500 * (i + 1)).mapToObj(number -> "fact_nobody" + number),
                            Stream.of(feature))
                    .toList();
            var states = stretch.between(begin, end, ids);
            assertThat(states.before()).isEmpty();
            assertThat(states.after()).containsOnlyKeys(feature);
        }
    }

    private static void assertUnchangedIsTheSame(Between<Change> states) {
        assertThat(states.before().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(states.after().get(entry.getKey()))))
                .allSatisfy(entry ->
                        assertThat(entry.getValue()).isSameAs(states.after().get(entry.getKey())));
    }

    private static Map<String, Change> lastOf(List<Change> changes, long position) {
        return changes.stream()
                .filter(change -> change.position() <= position)
                .collect(toMap(Change::aggregate, change -> change, (earlier, later) -> later));
    }
}

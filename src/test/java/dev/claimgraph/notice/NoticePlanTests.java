package dev.claimgraph.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Statements;
import dev.claimgraph.World;
import dev.claimgraph.history.Leases;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What working out a change costs does not grow with the graph, nor with how long the log is. */
@ClaimgraphTest
class NoticePlanTests {

    private static final List<String> OF_ONE = List.of(":ChangeLog", ":NoticeLog");

    private final Driver driver;
    private final Api api;
    private final Telling telling;
    private final NoticeRepository notices;
    private final Teller teller;
    private final Leases leases;

    NoticePlanTests(
            Driver driver,
            @LocalServerPort int port,
            Telling telling,
            NoticeRepository notices,
            Teller teller,
            Leases leases) {
        this.driver = driver;
        this.api = new Api(port);
        this.telling = telling;
        this.notices = notices;
        this.teller = teller;
        this.leases = leases;
    }

    @AfterEach
    void goOn() {
        if (!teller.isRunning()) {
            teller.start();
        }
    }

    @Test
    void workingOutAChangeScansNothing() {
        var world = new World(api);
        teller.stop();
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        var statements = statements();
        assertThat(statements)
                .hasSizeGreaterThan(10)
                .allSatisfy(statement -> assertThat(planned(statement)
                                .filter(plan -> plan.operatorType().contains("Scan"))
                                .map(NoticePlanTests::details))
                        .allMatch(details -> OF_ONE.stream().anyMatch(details::contains)));
    }

    /** It is found by the thing that it is of, not among all that came before. */
    @Test
    void theLastChangeOfAThingIsFoundByTheThing() {
        var world = new World(api);
        teller.stop();
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(statements())
                .filteredOn(statement -> statement.contains("change.position <= $position"))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(planned(statement)
                                .filter(plan -> plan.operatorType().contains("Seek"))
                                .map(NoticePlanTests::details))
                        .allMatch(details -> details.contains("change:Change(aggregate, id)")));
    }

    /** Be there ever so many behind it. */
    @Test
    void aPageIsReadNoFurtherThanItGoes() {
        var page = executed(() -> notices.after(0, 10));
        var some = executed(() -> notices.at(List.of(1L, 2L)));
        assertThat(List.of(page.getFirst(), some.getFirst()))
                .allSatisfy(statement -> assertThat(planned(statement).map(Plan::operatorType))
                        .noneMatch(operator -> operator.startsWith("Sort") || operator.startsWith("Top")));
        assertThat(planned(page.getFirst()).map(Plan::operatorType))
                .anyMatch(operator -> operator.startsWith("PartialTop"));
    }

    private List<String> statements() {
        assertThat(leases.take(Teller.LEASE)).isTrue();
        return executed(telling::tell);
    }

    private static List<String> executed(Runnable work) {
        return Statements.during(work).stream()
                .filter(logged -> logged.startsWith("Executing:"))
                .map(logged -> logged.substring("Executing:".length()).strip())
                .distinct()
                .toList();
    }

    private static String details(Plan plan) {
        return plan.arguments().get("Details").asString();
    }

    private Stream<Plan> planned(String statement) {
        try (var session = driver.session()) {
            return operators(session.run("EXPLAIN " + statement).consume().plan());
        }
    }

    private static Stream<Plan> operators(Plan plan) {
        return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(NoticePlanTests::operators));
    }
}

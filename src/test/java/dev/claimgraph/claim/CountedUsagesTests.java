package dev.claimgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.claim.ClaimInputs.ReviseClaim;
import dev.claimgraph.claim.ClaimInputs.SupersedeClaim;
import dev.claimgraph.claim.ClaimInputs.WithdrawClaim;
import dev.claimgraph.claim.Usages.EndUsage;
import dev.claimgraph.claim.Usages.RecordUsage;
import dev.claimgraph.review.ReviewInputs.SubmitClaim;
import dev.claimgraph.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.data.ArgumentValue;

/** The live usages that stand beside claims and facts are what a recount gives, whatever people do, one after another or at once. */
@ClaimgraphTest
class CountedUsagesTests {

    private static final String DIFFERENT = """
        RETURN
          COUNT { MATCH (c:Claim)
            WHERE coalesce(c.liveUsages, -1) <> COUNT { (c)<-[:OF]-(u:Usage) WHERE u.endedAt IS NULL } } AS claims,
          COUNT { MATCH (f:Fact)
            WHERE coalesce(f.liveUsages, -1) <> COUNT {
              (f)<-[:SUBSTANTIATED_BY]-(c:Claim)<-[:OF]-(u:Usage)
              WHERE c.status = 'APPROVED' AND u.endedAt IS NULL } } AS facts,
          COUNT { MATCH (f:Fact)-[:ABOUT]->(s:Subject)
            WHERE coalesce(f.ownerId, '')
              <> coalesce(s.ownerId, head([(s)-[:PART_OF]->(p:Product) | p.ownerId]), s.createdBy) } AS owners
        """;

    private final Driver driver;
    private final Doors doors;
    private final Company company;
    private final List<String> facts = new ArrayList<>();
    private final List<String> claims = new CopyOnWriteArrayList<>();
    private final List<String> usages = new CopyOnWriteArrayList<>();

    CountedUsagesTests(Driver driver, Doors doors) {
        this.driver = driver;
        this.doors = doors;
        this.company = new Company(doors);
    }

    @BeforeEach
    void claimsOnFacts() {
        var feature = company.feature(Map.of("size", Company.number(50, "GB"))).id();
        IntStream.range(0, 4)
                .forEach(i -> facts.add(company.verify(company.fact(feature, List.of("size"), null))
                        .id()));
        IntStream.range(0, 4)
                .forEach(i -> claims.add(
                        company.approved(facts.get(i), facts.get((i + 1) % 4)).id()));
    }

    @RepeatedTest(8)
    void oneAfterAnother(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (var step = 0; step < 40; step++) {
            attempt(step(random));
        }
        assertThat(different()).containsExactly(0, 0, 0);
    }

    @RepeatedTest(3)
    void atOnce(RepetitionInfo repetition) {
        var walkers = IntStream.range(0, 4)
                .mapToObj(walker -> new Random(100L * walker + repetition.getCurrentRepetition()))
                .<Supplier<Boolean>>map(random -> () -> {
                    for (var step = 0; step < 15; step++) {
                        attempt(step(random));
                    }
                    return true;
                })
                .toList();
        AtOnce.all(walkers);
        assertThat(different()).containsExactly(0, 0, 0);
    }

    @Test
    void dataOfBeforeIsGivenIt() throws IOException {
        use(claims.getFirst(), 1);
        try (var session = driver.session();
                var undone = session.beginTransaction()) {
            undone.run("MATCH (n:Claim|Fact) REMOVE n.liveUsages, n.ownerId").consume();
            assertThat(different(undone)).doesNotContain(0);
            for (var statement : migration().split(";")) {
                if (!statement.isBlank()) {
                    undone.run(statement).consume();
                }
            }
            assertThat(different(undone)).containsExactly(0, 0, 0);
        }
    }

    private Supplier<?> step(Random random) {
        var claim = claims.get(random.nextInt(claims.size()));
        var other = claims.get(random.nextInt(claims.size()));
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> () -> use(claim, random.nextInt(4));
            case 4, 5 -> () -> doors.usages().end(company.marketer, new EndUsage(oneOf(usages, random)));
            case 6, 7, 8 -> () -> reword(claim, facts.get(random.nextInt(4)), facts.get(random.nextInt(4)));
            case 9 -> () -> doors.endings().withdraw(company.approver, new WithdrawClaim(claim, "Enough."));
            case 10 -> () -> doors.endings().supersede(company.approver, new SupersedeClaim(claim, other, null));
            default ->
                () -> claims.add(company.approved(facts.get(random.nextInt(4))).id());
        };
    }

    private Usage use(String claim, int place) {
        var url = URI.create("https://example.com/" + place);
        var usage = doors.usages().record(company.marketer, new RecordUsage(claim, url, null, null, null, null, null));
        usages.add(usage.id());
        return usage;
    }

    /** Has the claim stand on other facts, by way of its draft. */
    private Claim reword(String claim, String... facts) {
        var present = company.claim(claim);
        var input = new ReviseClaim(
                claim,
                present.revision(),
                null,
                null,
                List.of(facts),
                null,
                null,
                null,
                null,
                null,
                ArgumentValue.omitted());
        doors.claims().revise(company.marketer, input);
        doors.reviews().submit(company.marketer, new SubmitClaim(claim, null));
        return company.approve(claim);
    }

    /** What is refused changes nothing. */
    private static void attempt(Supplier<?> step) {
        try {
            step.get();
        } catch (Refusal refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    private static String oneOf(List<String> ids, Random random) {
        return ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
    }

    private List<Integer> different() {
        try (var session = driver.session()) {
            return different(session);
        }
    }

    private static List<Integer> different(SimpleQueryRunner graph) {
        return graph.run(DIFFERENT)
                .list(row -> row.values().stream().map(Value::asInt).toList())
                .getFirst();
    }

    private static String migration() throws IOException {
        return new ClassPathResource("neo4j/migrations/V0015__Beside_facts_and_claims.cypher")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}

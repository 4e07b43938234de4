package dev.claimgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.claimgraph.TemporaryDataFolder;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Claims;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * The sample company on a service that loaded it as it started, held against what seed/README.md says. Loading it takes longer
 * than a request may here, and is not ended for that.
 */
@SpringBootTest(properties = {"claimgraph.sample-data=true", "claimgraph.limits.time=1s"})
@ContextConfiguration(initializers = TemporaryDataFolder.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class SampleDataTests {

    private static final Pattern NOT_USABLE = Pattern.compile("\\| `([a-z-]+)` \\| ([A-Z]+) \\| ([A-Z_, ]+) \\|.*");

    private final SampleData sampleData;
    private final Claims claims;
    private final Neo4jClient graph;

    SampleDataTests(SampleData sampleData, Claims claims, Neo4jClient graph) {
        this.sampleData = sampleData;
        this.claims = claims;
        this.graph = graph;
    }

    @Test
    void isThereInFull() {
        assertThat(counts("MATCH (n) UNWIND labels(n) AS name"))
                .contains(
                        entry("Product", 2L),
                        entry("Feature", 12L),
                        entry("Persona", 5L),
                        entry("MarketProblem", 8L),
                        entry("Competitor", 4L),
                        entry("Fact", 48L),
                        entry("Claim", 60L),
                        entry("Variant", 33L),
                        entry("Usage", 82L),
                        entry("FlaggedPhrase", 14L));
    }

    @Test
    void hasFeaturesInEveryStageOfLife() {
        assertThat(counts("MATCH (n:Feature) WITH n.lifecycle AS name"))
                .containsOnly(
                        entry("PLANNED", 1L),
                        entry("BETA", 1L),
                        entry("GENERALLY_AVAILABLE", 9L),
                        entry("RETIRED", 1L));
    }

    @Test
    void hasFactsThatNobodyHasLookedAtYet() {
        assertThat(counts("MATCH (n:Fact {decisions: 0}) WITH n.key AS name"))
                .containsOnlyKeys("dt-trades", "dk-price");
    }

    @Test
    void hasClaimsInEveryStatus() {
        assertThat(counts("MATCH (n:Claim) WITH n.status AS name"))
                .containsOnly(
                        entry("DRAFT", 4L),
                        entry("IN_REVIEW", 4L),
                        entry("APPROVED", 45L),
                        entry("REJECTED", 3L),
                        entry("WITHDRAWN", 2L),
                        entry("SUPERSEDED", 2L));
    }

    @Test
    void hasTheClaimsThatTheReadmeSaysAreNotUsableAndNoOthers() throws IOException {
        assertThat(notUsable()).isEqualTo(notUsableByTheReadme()).hasSize(12);
    }

    @Test
    void isNotLoadedAgainByARestart() {
        var before = counts("MATCH (n) UNWIND labels(n) AS name");

        sampleData.stop();
        sampleData.start();

        assertThat(counts("MATCH (n) UNWIND labels(n) AS name")).isEqualTo(before);
    }

    @Test
    void isLoadedByOneOfTwoThatStartAtOnce() {
        graph.query("MATCH (n) WHERE NOT n:Person AND NOT n:ChangeLog DETACH DELETE n")
                .run();

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(sampleData::start), CompletableFuture.runAsync(sampleData::start))
                .join();

        isThereInFull();
    }

    private Map<String, String> notUsable() {
        var ids =
                graph.query("MATCH (c:Claim) RETURN c.id").fetchAs(String.class).all();
        return claims.byId(ids).values().stream()
                .filter(claim -> claim.status() == ClaimStatus.APPROVED && !claim.usable())
                .collect(Collectors.toMap(
                        claim -> String.valueOf(claim.key()),
                        SampleDataTests::kindAndReasons,
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static String kindAndReasons(Claim claim) {
        var codes = new TreeSet<String>();
        claim.reasons().forEach(reason -> codes.add(reason.code().name()));
        return claim.kind() + " " + codes;
    }

    private static Map<String, String> notUsableByTheReadme() throws IOException {
        var table = new TreeMap<String, String>();
        var readme = new ClassPathResource("seed/README.md").getContentAsString(StandardCharsets.UTF_8);
        readme.lines().map(NOT_USABLE::matcher).filter(Matcher::matches).forEach(row -> {
            var codes = new TreeSet<>(List.of(row.group(3).split(", ")));
            table.put(row.group(1), row.group(2) + " " + codes);
        });
        return table;
    }

    /** @param names a statement's beginning that gives {@code name} */
    private Map<String, Long> counts(String names) {
        return graph.query(names + " RETURN name, count(*) AS count").fetch().all().stream()
                .collect(Collectors.toMap(row -> (String) row.get("name"), row -> (Long) row.get("count")));
    }
}

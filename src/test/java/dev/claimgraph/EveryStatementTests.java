package dev.claimgraph;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.springframework.test.context.TestPropertySource;

/**
 * What the graph plans for each statement that there is in the sources; what migrations do once, they may do slowly. Plans follow from
 * how much there is of what, so this is asked of a graph that other tests leave alone.
 */
@ClaimgraphTest
@TestPropertySource(properties = "claimgraph.background=false")
@TestInstance(Lifecycle.PER_CLASS)
class EveryStatementTests {

    private static final Pattern LOOKS_THROUGH_ALL =
            Pattern.compile(".*(AllNodes|AllRelationships|Labels?|Types?)Scan");

    /** What may be looked through, and why. */
    private static final Map<String, String> SCANNED = Map.of(
            "log:ChangeLog", "there is one",
            "log:NoticeLog", "there is one",
            "(person)-[:MEMBER_OF]->(team)", "people in teams are few, as long as the graph counts them so",
            "person:Person", "people are few, and those are counted who have a text anywhere in their names",
            "anon_0:Product|Subject|Fact|Claim", "whether anything is there is asked once, and the first answers it");

    /** Where rows are held back before something is written, and why these do not grow with the graph. */
    private static final Map<String, String> HELD_BACK = Map.ofEntries(
            entry("AreaRepository.java", "the areas of one steward"),
            entry("ChangeLog.java", "the changes of one commit"),
            entry("CheckRunRepository.java", "one run"),
            entry("ClaimRepository.java", "one claim, its facts and its wordings"),
            entry(
                    "ContributionRepository.java",
                    "one contribution, or those of one product that nobody decided on yet"),
            entry("DeliveryRepository.java", "the deliveries of one page of notices"),
            entry("FactRepository.java", "the facts that a write names, and what each depends on"),
            entry("Leases.java", "one lease"),
            entry("Members.java", "the people that a write names, and their teams"),
            entry("NoticeRepository.java", "one page of notices, in the background"),
            entry("OwnedRepository.java", "what one owner has, when that changes hands"),
            entry("Pages.java", "one batch of deliveries that are over, in the background"),
            entry("QuestionRepository.java", "one question, or those about what changes hands"),
            entry("ReviewRepository.java", "one review and its findings"),
            entry(
                    "SubjectRepository.java",
                    "the subjects that a write names, their attributes, and the facts that move with them"),
            entry("Usages.java", "one usage, and the facts of its claim"),
            entry("WebhookRepository.java", "one webhook, and what still waits for it when it is deleted"),
            entry("WordingRepository.java", "the wordings of one thing, in the background"));

    private final Driver driver;
    private final Map<String, List<Plan>> plans;
    private final Map<String, String> statements;

    EveryStatementTests(Driver driver) throws IOException {
        this.driver = driver;
        try (var main = Files.walk(Path.of("src/main/java"))) {
            var sources = main.filter(file -> file.toString().endsWith(".java")).toList();
            this.statements = CypherInspection.statements(sources);
        }
        this.plans = statements.keySet().stream().collect(toMap(statement -> statement, this::planned));
    }

    @Test
    void noneLooksThroughAllThatHasALabel() {
        var scanned = plans.values().stream()
                .flatMap(List::stream)
                .filter(plan -> LOOKS_THROUGH_ALL.matcher(operator(plan)).matches())
                .map(plan -> plan.arguments().get("Details").asString());
        assertThat(plans).hasSizeGreaterThan(300);
        assertThat(scanned.distinct()).isNotEmpty().isSubsetOf(SCANNED.keySet());
    }

    @Test
    void noneHoldsBackRowsThatGrowInNumberWithTheGraph() {
        var holding = statements.entrySet().stream()
                .filter(statement -> plans.get(statement.getKey()).stream()
                        .anyMatch(plan -> operator(plan).equals("Eager")))
                .map(Map.Entry::getValue);
        assertThat(Set.copyOf(holding.toList())).containsExactlyInAnyOrderElementsOf(HELD_BACK.keySet());
    }

    private List<Plan> planned(String statement) {
        try (var session = driver.session()) {
            return operators(session.run("EXPLAIN " + statement).consume().plan())
                    .toList();
        }
    }

    private static String operator(Plan plan) {
        return plan.operatorType().split("@")[0];
    }

    private static Stream<Plan> operators(Plan plan) {
        return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(EveryStatementTests::operators));
    }
}

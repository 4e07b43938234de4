package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.summary.ProfiledPlan;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a write, or an answer about one thing, costs does not grow with the graph. */
@ClaimgraphTest
class StatementPlanTests {

    private static final String ABOUT_ONE_PRODUCT = """
        query($id: ID!) {
          product(id: $id) {
            features(first: 1) {
              nodes {
                revisions(first: 1) { nodes { number } totalCount }
                history(first: 1) { nodes { number } totalCount }
                facts(first: 1) {
                  nodes {
                    verifications(first: 1) { nodes { at } totalCount }
                    claims(first: 1) { nodes { text usages(first: 1) { nodes { url } totalCount } } totalCount }
                  }
                  totalCount
                }
              }
              totalCount
            }
          }
        }
        """;

    private static final String LISTS = """
        query($order: CatalogOrder) {
          products(orderBy: $order) { nodes { id } }
          features(orderBy: $order) { nodes { id } }
          personas(orderBy: $order) { nodes { id } }
          marketProblems(orderBy: $order) { nodes { id } }
          competitors(orderBy: $order) { nodes { id } }
          people { nodes { id } }
          teams { nodes { id } }
          areas { nodes { id } }
        }
        """;

    private final Driver driver;
    private final Api api;
    private World world;

    StatementPlanTests(Driver driver, @LocalServerPort int port) {
        this.driver = driver;
        this.api = new Api(port);
    }

    @BeforeEach
    void aWorld() {
        world = new World(api);
    }

    @Test
    void noWriteScansWhatThereIs() {
        var make = "mutation { createTeam(input: {key: \"planned\", name: \"Planned\"}) { team { id } } }";
        var team = api.ask("admin", make, Map.of()).at("/createTeam/team/id").asString();
        var statements = during(() -> {
            new World(api);
            world.set(world.sync, "encrypted", Map.of("boolean", false));
            var me = api.ask("admin", "{ me { id } }", Map.of()).at("/me/id").asString();
            var members =
                    "mutation { addTeamMembers(input: {teamId: \"%s\", personIds: \"%s\"}) { problems { code } } }";
            api.ask("admin", members.formatted(team, me), Map.of());
            contributed(world.sync, team, me);
            checked(world.sync);
        });
        assertThat(statements).filteredOn(this::scans).isEmpty();
    }

    /** Of the one that holds a page, it reads no more than a page in the index's order. */
    @Test
    void theVerificationQueueSortsNoMoreThanAPageOfWhatAWriteLeftInIt() {
        var page = during(() -> api.ask("owner", "{ verificationQueue { nodes { leverage } totalCount } }", Map.of()));
        assertThat(page).hasSize(3).filteredOn(this::scans).isEmpty();
        assertThat(planned(page.getFirst()).filter(plan -> plan.operatorType().contains("Seek")))
                .extracting(plan -> plan.arguments().get("Details").asString())
                .anyMatch(details -> details.contains("f:Fact(ownerId, state, liveUsages, id)"))
                .anyMatch(details -> details.contains("f:Fact(ownerId, state, validUntil, id)"));
        assertThat(planned(page.getFirst()).map(plan -> withoutDatabase(plan.operatorType())))
                .contains("Limit")
                .doesNotContain("Sort", "PartialSort", "PartialTop");
    }

    /** The index has the order and the status, so that no claim is read but those of the page. */
    @ParameterizedTest
    @ValueSource(strings = {"first", "last"})
    void theClaimsForAnAudienceAreCountedAndPutInOrderByTheirIndex(String side) {
        var list = during(() -> api.ask(
                "viewer",
                "{ claims(filter: {status: APPROVED, personaKeys: \"%1$s\", marketProblemKeys: \"%1$s\"}, %2$s: 2) { nodes { id } totalCount } }"
                        .formatted(world.name, side),
                Map.of()));
        assertThat(list).hasSize(1);
        assertThat(planned(list.getFirst()).filter(plan -> plan.operatorType().contains("Seek")))
                .extracting(plan -> plan.arguments().get("Details").asString())
                .filteredOn(details -> details.contains("IS_FOR(audience, claimId, status)"))
                .hasSize(2);
        assertThat(planned(list.getFirst()).map(plan -> withoutDatabase(plan.operatorType())))
                .contains("Limit")
                .doesNotContain("Sort", "PartialSort", "Top", "PartialTop");
    }

    /** Its order is the index's own. */
    @Test
    void whatWaitsForSomebodyIsReadInItsOrder() {
        var page = during(() ->
                api.ask("owner", "{ questions(filter: {status: OPEN, forMe: true}) { nodes { id } } }", Map.of()));
        assertThat(planned(page.getFirst()).map(plan -> withoutDatabase(plan.operatorType())))
                .contains("Limit", "Top")
                .doesNotContain("Sort", "PartialSort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "ANSWERED", "[OPEN, WITHDRAWN]"})
    void questionsAreFoundByTheirStatus(String status) {
        var list = during(() -> api.ask(
                "viewer",
                "{ questions(filter: {status: %s}) { nodes { id } totalCount } }".formatted(status),
                Map.of()));
        assertThat(list)
                .hasSize(1)
                .allSatisfy(statement -> assertThat(planned(statement)
                                .filter(plan -> plan.operatorType().contains("Seek")))
                        .extracting(plan -> plan.arguments().get("Details").asString())
                        .hasSize(2)
                        .allMatch(details -> details.contains("q:Question(status, id)")));
    }

    /** Whoever sets a fallback keeps all other writes waiting, so it walks chains from their claims on, and no further than they go. */
    @Test
    void theChainOfFallbacksIsWalkedWithinBounds() {
        var write = during(() -> {
            for (var fallback : List.of(world.encryption, world.drafted(world.claim("Instead.")))) {
                api.done(
                        "marketer",
                        Input.to("SetFallback").with("claimId", world.sizes).with("fallbackId", fallback));
            }
        });
        assertThat(write)
                .filteredOn(statement -> statement.contains("closes"))
                .hasSize(1)
                .allSatisfy(statement -> assertThat(planned(statement)
                                .filter(plan -> plan.operatorType().contains("VarLength")))
                        .extracting(plan -> plan.arguments().get("Details").asString())
                        .isNotEmpty()
                        .noneMatch(details -> details.contains("*]") || details.contains("..]")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claims { nodes { id } }",
                "claims(filter: {status: [IN_REVIEW, DRAFT]}) { nodes { id } totalCount }",
                "claims(filter: {status: APPROVED, usable: false}) { nodes { id } totalCount }",
                "claims(filter: {standing: [STALE, BROKEN, EXPIRED]}) { nodes { id } totalCount }",
                "claims(filter: {featureKeys: [\"a\"], usable: true}) { nodes { id } totalCount }",
                "claims(filter: {personaKeys: [\"a\"]}) { nodes { id } totalCount }",
                "claims(filter: {marketProblemKeys: [\"a\"]}) { nodes { id } totalCount }",
                "claims(filter: {competitorKeys: [\"a\"]}) { nodes { id } totalCount }",
                "claims(filter: {authorId: \"person_1\"}) { nodes { id } totalCount }",
                "facts { nodes { id } }",
                "facts(filter: {standing: [SUSPECT, UNVERIFIED]}) { nodes { id } totalCount }",
                "facts(filter: {standing: LAPSED}) { nodes { id } totalCount }",
                "facts(filter: {ownerId: \"person_1\"}) { nodes { id } totalCount }",
                "facts(filter: {subjectIds: [\"feature_1\"]}) { nodes { id } totalCount }",
                "usages { nodes { id } }",
                "person(id: \"person_1\") { alternates { nodes { id } totalCount } }",
                "areas { nodes { id steward { alternates { nodes { id } totalCount } } } }",
                "area(kind: FEATURES, productId: \"product_1\") { id }",
                "contributions { nodes { id area { id } subject { id } became { ... on Fact { id } } } }",
                "contributions(filter: {status: OFFERED}) { nodes { id } totalCount }",
                "contributions(filter: {status: [ACCEPTED, DECLINED], kind: FACT}) { nodes { id } }",
                "contributions(filter: {forMe: true}) { nodes { id } totalCount }",
                "contributions(filter: {byId: \"person_1\"}) { nodes { id } totalCount }",
                "contributions(filter: {areaIds: [\"area_1\"], status: OFFERED}) { nodes { id } totalCount }",
                "facts { nodes { contribution { id } contributedEvidence { nodes { id } totalCount } } }",
                "marketProblems { nodes { contribution { id } } }",
                "usages(filter: {live: true, claimUsable: false}) { nodes { id replacement { id } } totalCount }",
                "usages(filter: {claimUsable: true}) { nodes { id } }",
                "questions { nodes { id } }",
                "questions(filter: {status: OPEN}) { nodes { id } totalCount }",
                "questions(filter: {status: ANSWERED}) { nodes { id } totalCount }",
                "questions(filter: {status: [OPEN, WITHDRAWN], text: \"a\"}) { nodes { id } totalCount }",
                "questions(filter: {status: OPEN, forMe: true}) { nodes { id } totalCount }",
                "questions(filter: {forMe: true, text: \"a\"}) { nodes { id } totalCount }",
                "questions(filter: {subjectIds: [\"feature_1\"]}) { nodes { id } totalCount }",
                "reviews { nodes { id status } }",
                "reviews(filter: {forMe: true}) { nodes { id waiting { turn } unmet { code } } totalCount }",
                "reviews(filter: {status: WITH_REVIEWER}) { nodes { id } totalCount }",
                "claims { nodes { review { id } reviews { nodes { id } totalCount } } }",
                "flaggedPhrases { nodes { id addedBy { id } history { nodes { action } } } }",
                "checkRun(id: \"check_1\") { id }",
                "team(key: \"builders\") { members { nodes { id teams { id } } totalCount } }"
            })
    void noListScansWhatThereIs(String list) {
        var statements = during(() -> api.ask("viewer", "{ " + list + " }", Map.of()));
        assertThat(statements).filteredOn(this::scans).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NAME, ASC", "NAME, DESC", "CREATED_AT, ASC", "CREATED_AT, DESC"})
    void aListFollowsTheIndexOfItsOrder(String field, String direction) {
        var order = Map.of("field", field, "direction", direction);
        var statements = during(() -> api.ask("viewer", LISTS, Map.of("order", order)));
        assertThat(statements)
                .filteredOn(statement -> statement.contains("ORDER BY"))
                .hasSize(8)
                .filteredOn(statement -> scans(statement) || sorts(statement))
                .isEmpty();
    }

    @Test
    void anAnswerAboutOneThingCostsTheSameInALargerGraph() {
        var statements = during(() -> api.ask("viewer", ABOUT_ONE_PRODUCT, Map.of("id", world.product)));
        var before = statements.stream().map(this::hits).toList();
        for (var i = 0; i < 12; i++) {
            new World(api);
        }
        for (var i = 0; i < before.size(); i++) {
            assertThat(hits(statements.get(i))).as(statements.get(i)).isLessThan(before.get(i) + 12);
        }
    }

    /** What is found comes in the order of its rank, which nothing but the order of the ids that are sent tells the statement. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "substantiation { fact { statement } }"})
    void aPageOfWhatIsFoundIsReadInTheOrderOfItsIds(String fields) {
        var find = "{ findMessaging(text: \"encrypted files\", filter: {usable: true}) { nodes { " + fields + " } } }";
        assertThat(during(() -> api.ask("viewer", find, Map.of())))
                .filteredOn(statement ->
                        statement.startsWith("UNWIND $ids AS id MATCH (c:Claim") && statement.contains("LIMIT $limit"))
                .singleElement()
                .satisfies(statement -> assertThat(planned(statement).map(plan -> withoutDatabase(plan.operatorType())))
                        .contains("NodeUniqueIndexSeek", "Limit")
                        .noneMatch(operator -> operator.contains("Join")
                                || operator.contains("Cartesian")
                                || operator.contains("Sort")
                                || operator.contains("Top")));
    }

    /** What is offered, decided on and handed over. */
    private void contributed(String feature, String team, String person) {
        var offer =
                "mutation($id: ID!) { contribute(input: {kind: FACT, text: \"So\", subjectId: $id}) { contribution {"
                        + " id } } }";
        var id = api.ask("viewer", offer, Map.of("id", feature))
                .at("/contribute/contribution/id")
                .asString();
        for (var write : List.of(
                "assignSteward(input: {kind: FEATURES, productId: \"%s\", stewardId: \"%s\"})"
                        .formatted(world.product, team),
                "acceptContribution(input: {contributionId: \"%s\", factKind: LIMIT})".formatted(id),
                "nameAlternates(input: {ownerId: \"%s\", alternateIds: \"%s\"})".formatted(team, person),
                "nameAlternates(input: {ownerId: \"%s\", alternateIds: []})".formatted(team),
                "reassign(input: {fromId: \"%s\", toId: \"%s\"})".formatted(team, person))) {
            api.ask("admin", "mutation { " + write + " { problems { code } } }", Map.of());
        }
    }

    /** A phrase is flagged, copy with it is checked and asked about, and it is not flagged any more. */
    private void checked(String feature) {
        var flag =
                "mutation { flagPhrase(input: {phrase: \"planned ahead\", reason: \"So\"}) { flaggedPhrase { id } } }";
        var phrase = api.ask("approver", flag, Map.of())
                .at("/flagPhrase/flaggedPhrase/id")
                .asString();
        var check = "{ checkCopy(text: \"It cuts the cost of planning by 37 percent.\") { id } }";
        var run = api.ask("viewer", check, Map.of()).at("/checkCopy/id").asString();
        for (var write : List.of(
                "askAboutCopy(input: {checkRunId: \"%s\", finding: 0, subjectId: \"%s\"})".formatted(run, feature),
                "unflagPhrase(input: {phraseId: \"%s\"})".formatted(phrase))) {
            api.ask("approver", "mutation { " + write + " { problems { code } } }", Map.of());
        }
    }

    private static List<String> during(Runnable deed) {
        return Statements.during(deed).stream()
                .filter(logged -> logged.startsWith("Executing:"))
                .map(logged -> logged.substring("Executing:".length()).strip())
                .distinct()
                .toList();
    }

    /** The log's one node is all that there is of its label. */
    private boolean scans(String statement) {
        return planned(statement)
                .filter(plan -> plan.operatorType().contains("Scan"))
                .anyMatch(plan -> !plan.arguments().get("Details").asString().contains(":ChangeLog"));
    }

    private boolean sorts(String statement) {
        return planned(statement)
                .anyMatch(plan -> plan.operatorType().contains("Sort")
                        || plan.operatorType().contains("Top"));
    }

    private static String withoutDatabase(String operator) {
        return operator.split("@")[0];
    }

    private Stream<Plan> planned(String statement) {
        try (var session = driver.session()) {
            return operators(session.run("EXPLAIN " + statement).consume().plan());
        }
    }

    private long hits(String statement) {
        var ids = List.of(world.product, world.sync, world.everything, world.encryption);
        var parameters = new HashMap<String, Object>(Map.of(
                "ids", ids, "lowerId", "", "upperId", "~", "limit", 2, "counted", true, "__id__", world.product));
        parameters.put("live", null);
        try (var session = driver.session()) {
            var plan = session.run("PROFILE " + statement, parameters).consume().profile();
            return operators(plan)
                    .mapToLong(each -> ((ProfiledPlan) each).dbHits())
                    .sum();
        }
    }

    private static Stream<Plan> operators(Plan plan) {
        return Stream.concat(Stream.of(plan), plan.children().stream().flatMap(StatementPlanTests::operators));
    }
}

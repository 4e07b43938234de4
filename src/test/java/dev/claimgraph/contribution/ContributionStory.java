package dev.claimgraph.contribution;

import static dev.claimgraph.contribution.Organisation.accept;
import static dev.claimgraph.contribution.Organisation.contribute;
import static dev.claimgraph.contribution.Organisation.decline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sales and support say what they know; a steward, who need not be a product owner, makes use of it. */
@ClaimgraphTest
class ContributionStory {

    private World world;
    private Api api;
    private Organisation organisation;
    private String owner;
    private String steward;

    @BeforeEach
    void anOrganisation(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        organisation = new Organisation(api);
        owner = organisation.me("owner");
        steward = organisation.me("steward");
        for (var kind : List.of("FEATURES", "PERSONAS", "MARKET_PROBLEMS", "COMPETITORS")) {
            organisation.steward(kind, null, steward);
        }
    }

    @Test
    void supportHearsOfAMarketProblem() {
        var offered = organisation.done(
                "contributor",
                contribute("MARKET_PROBLEM", "Auditors ask for proof, and nobody has it.")
                        .with("name", "No proof for auditors")
                        .with("note", "Three tickets in May."));
        assertThat(offered.get("status").asString()).isEqualTo("OFFERED");
        assertThat(offered.at("/area/kind").asString()).isEqualTo("MARKET_PROBLEMS");
        assertThat(offered.at("/area/steward/id").asString()).isEqualTo(steward);
        var id = offered.get("id").asString();

        var accepted = organisation.done(
                "steward",
                accept(id)
                        .with("key", world.name + ".audit")
                        .with("text", "Auditors ask for proof of deletion.")
                        .with("ownerId", owner)
                        .with("note", "Thank you."));

        assertThat(accepted.get("status").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.get("text").asString()).isEqualTo("Auditors ask for proof, and nobody has it.");
        assertThat(accepted.at("/decision/by/name").asString()).isEqualTo("Stella Steward");
        assertThat(accepted.at("/decision/reason").asString()).isEqualTo("Thank you.");
        var problem = accepted.get("became");
        assertThat(problem.get("key").asString()).isEqualTo(world.name + ".audit");
        assertThat(problem.get("name").asString()).isEqualTo("No proof for auditors");
        assertThat(problem.get("summary").asString()).isEqualTo("Auditors ask for proof of deletion.");
        assertThat(problem.at("/owner/id").asString()).isEqualTo(owner);
        assertThat(problem.at("/contribution/by/name").asString()).isEqualTo("Chris Contributor");
    }

    @Test
    void salesHearsAnObjectionAndItsOwnerVerifiesIt() {
        var id = organisation.offered(
                "marketer",
                contribute("OBJECTION", "Buyers fear for their data.").with("subjectId", world.sync));
        assertThat(api.forbidden("steward", world.fact(world.sync, "Buyers fear for their data.")))
                .isEqualTo("it takes the role PRODUCT_OWNER.");
        var fact = organisation.done("steward", accept(id)).get("became");
        assertThat(fact.get("statement").asString()).isEqualTo("Buyers fear for their data.");
        assertThat(fact.get("standing").asString()).isEqualTo("UNVERIFIED");
        assertThat(fact.get("kind").asString()).isEqualTo("MARKET");
        assertThat(fact.at("/recordedBy/name").asString()).isEqualTo("Stella Steward");
        assertThat(fact.at("/contribution/by/name").asString()).isEqualTo("Max Marketer");
        world.verify(fact.get("id").asString());
        assertThat(organisation.contribution(id).at("/became/standing").asString())
                .isEqualTo("VERIFIED");
    }

    @Test
    void insightsBecomeFactsOfTheirKinds() {
        var persona = organisation.offered(
                "viewer", contribute("PERSONA_INSIGHT", "They read on phones.").with("subjectId", world.persona));
        assertThat(organisation.contribution(persona).at("/area/kind").asString())
                .isEqualTo("PERSONAS");
        assertThat(organisation
                        .done("steward", accept(persona))
                        .at("/became/kind")
                        .asString())
                .isEqualTo("CUSTOMER");
        var rival = organisation.offered(
                "viewer", contribute("COMPETITOR_INSIGHT", "They cap at 2 GB.").with("subjectId", world.competitor));
        assertThat(organisation.contribution(rival).at("/area/kind").asString()).isEqualTo("COMPETITORS");
        assertThat(organisation
                        .done("steward", accept(rival))
                        .at("/became/kind")
                        .asString())
                .isEqualTo("COMPETITIVE");
        var fact = organisation.offered(
                "viewer", contribute("FACT", "It costs nothing.").with("subjectId", world.share));
        assertThat(organisation.contribution(fact).at("/area/kind").asString()).isEqualTo("FEATURES");
        var accepted = organisation.done(
                "steward", accept(fact).with("factKind", "LIMIT").with("key", world.name + ".free"));
        assertThat(accepted.at("/became/kind").asString()).isEqualTo("LIMIT");
    }

    @Test
    void aServicesEngineerHasEvidence() {
        var id = organisation.offered(
                "contributor",
                contribute("EVIDENCE", "49.9 GB went through in an hour.")
                        .with("factId", world.fiftyGigabytes)
                        .with("evidence", Map.of("kind", "TEST", "title", "A customer's upload")));
        assertThat(organisation.contribution(id).at("/evidence/title").asString())
                .isEqualTo("A customer's upload");
        var fact = organisation.done("steward", accept(id)).get("became");
        assertThat(fact.get("id").asString()).isEqualTo(world.fiftyGigabytes);
        assertThat(fact.get("standing").asString()).isEqualTo("VERIFIED");
        assertThat(fact.at("/evidence/0/title").asString()).isEqualTo("A customer's upload");
        assertThat(fact.at("/evidence/0/excerpt").asString()).isEqualTo("49.9 GB went through in an hour.");
        assertThat(fact.get("contribution").isNull()).isTrue();
        var query = "query($id: ID!) { fact(id: $id) { contributedEvidence { nodes { id by { name } } totalCount } } }";
        var brought =
                api.ask("viewer", query, Map.of("id", world.fiftyGigabytes)).at("/fact/contributedEvidence");
        assertThat(brought.get("totalCount").asInt()).isEqualTo(1);
        assertThat(brought.at("/nodes/0/id").asString()).isEqualTo(id);
        assertThat(brought.at("/nodes/0/by/name").asString()).isEqualTo("Chris Contributor");
    }

    @Test
    void whatIsDeclinedSaysWhy() {
        var id = organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        var declined = organisation.done("steward", decline(id));
        assertThat(declined.get("status").asString()).isEqualTo("DECLINED");
        assertThat(declined.at("/decision/reason").asString()).isEqualTo("We know it already.");
        assertThat(declined.get("became").isNull()).isTrue();
    }

    @Test
    void whoOfferedItTakesItBack() {
        var id = organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        var withdraw = Input.to("WithdrawContribution").with("contributionId", id);
        assertThat(api.forbidden("steward", withdraw)).isEqualTo("only whoever offered it may.");
        var withdrawn = organisation.done("viewer", withdraw);
        assertThat(withdrawn.get("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/decision/by/name").asString()).isEqualTo("Vera Viewer");
        assertThat(api.refused("steward", accept(id))).containsExactly("WRONG_STATUS contributionId");
    }

    @Test
    void itsHistoryTellsWhoOfferedAndWhoDecided() {
        var id = organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        organisation.done("steward", accept(id).with("factKind", "LIMIT"));
        var query = "query($id: ID!) { node(id: $id) { __typename history { nodes { action by { name } touched } } } }";
        var node = api.ask("viewer", query, Map.of("id", id)).get("node");
        assertThat(node.get("__typename").asString()).isEqualTo("Contribution");
        assertThat(node.at("/history").findValuesAsString("action"))
                .containsExactly("contribute", "acceptContribution");
        assertThat(node.at("/history").findValuesAsString("name")).containsExactly("Vera Viewer", "Stella Steward");
        assertThat(Api.texts(node.at("/history/nodes/0/touched"))).containsExactly(world.sync);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoes() {
        for (var round = 0; round < 10; round++) {
            var id = organisation.offered(
                    "viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
            var taken = accept(id).with("factKind", "LIMIT");
            var refused = AtOnce.all(List.<Supplier<List<String>>>of(
                    () -> api.refused("steward", taken),
                    () -> api.refused("admin", taken),
                    () -> api.refused("admin", decline(id))));
            assertThat(refused).containsOnlyOnce(List.of());
            assertThat(refused.stream().flatMap(List::stream))
                    .containsExactly("WRONG_STATUS contributionId", "WRONG_STATUS contributionId");
        }
        var facts = "query($id: ID!) { feature(id: $id) { facts(first: 100) { nodes { contribution { status } } } } }";
        var statuses = api.ask("viewer", facts, Map.of("id", world.sync)).findValuesAsString("status");
        assertThat(statuses).hasSizeLessThanOrEqualTo(10).allMatch("ACCEPTED"::equals);
    }

    @Test
    void whoeverIsTheStewardNowDecides() {
        var id = organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        var team = organisation.team(world.name + ".stewards");
        organisation.steward("FEATURES", world.product, team);
        assertIsNotTheSteward("steward", decline(id));
        assertThat(organisation.found("steward", Map.of("forMe", true))).doesNotContain(id);
        api.done("admin", alternates(team, steward));
        assertThat(organisation.found("steward", Map.of("forMe", true))).contains(id);
        api.done("admin", alternates(team));
        assertIsNotTheSteward("steward", decline(id));
        organisation.join(team, owner);
        assertThat(api.forbidden("owner", decline(id))).isEqualTo("it takes the role STEWARD.");
        organisation.join(team, steward);
        assertThat(organisation.found("steward", Map.of("forMe", true))).contains(id);
        organisation.done("steward", decline(id));
        assertThat(organisation.found("steward", Map.of("forMe", true))).doesNotContain(id);
    }

    @Test
    void whereNobodyIsStewardEveryStewardDecides() {
        organisation.steward("FEATURES", null, null);
        var id = organisation.offered("viewer", contribute("FACT", "It is so.").with("subjectId", world.sync));
        assertThat(organisation.found("steward", Map.of("forMe", true))).contains(id);
        assertThat(organisation.found("viewer", Map.of("forMe", true))).isEmpty();
        for (var account : List.of("viewer", "owner", "marketer", "approver")) {
            assertThat(api.forbidden(account, decline(id))).isEqualTo("it takes the role STEWARD.");
            assertThat(api.forbidden(account, accept(id).with("factKind", "LIMIT")))
                    .isEqualTo("it takes the role STEWARD.");
        }
        organisation.done("steward", decline(id));
    }

    @Test
    void whatWasOfferedIsFoundAgain() {
        var mine = organisation.offered(
                "contributor", contribute("FACT", "It is so.").with("subjectId", world.sync));
        var area = organisation
                .steward("FEATURES", world.product, steward)
                .get("id")
                .asString();
        var theirs = organisation.offered(
                "viewer", contribute("OBJECTION", "Too slow.").with("subjectId", world.sync));
        organisation.done("steward", decline(mine));
        var inArea = Map.<String, Object>of("areaIds", List.of(area));
        assertThat(organisation.found("viewer", inArea)).containsExactly(mine, theirs);
        assertThat(found(inArea, "status", List.of("OFFERED"))).containsExactly(theirs);
        assertThat(found(inArea, "kind", List.of("FACT"))).containsExactly(mine);
        assertThat(found(inArea, "byId", organisation.me("contributor"))).containsExactly(mine);
        assertThat(organisation.found("viewer", Map.of("byId", organisation.me("viewer"))))
                .contains(theirs);
        assertThat(organisation.found("viewer", Map.of("status", List.of("OFFERED"))))
                .contains(theirs)
                .doesNotContain(mine);
        assertThat(organisation.found("viewer", Map.of())).contains(mine, theirs);
    }

    @Test
    void anOfferThatIsSentTwiceIsMadeOnce() {
        var offer =
                contribute("FACT", "It is so.").with("subjectId", world.sync).with("idempotencyKey", world.name);
        assertThat(organisation.offered("viewer", offer)).isEqualTo(organisation.offered("viewer", offer));
        assertThat(api.refused("viewer", offer.with("text", "It is not so.")))
                .containsExactly("IDEMPOTENCY_MISMATCH idempotencyKey");
    }

    private List<String> found(Map<String, Object> filter, String field, Object value) {
        var more = new HashMap<>(filter);
        more.put(field, value);
        return organisation.found("viewer", more);
    }

    private static Input alternates(String team, String... people) {
        return Input.to("NameAlternates")
                .with("ownerId", team)
                .with("alternateIds", Stream.of(people).toList());
    }

    private void assertIsNotTheSteward(String account, Input input) {
        assertThat(api.forbidden(account, input)).isEqualTo("only the steward of its area may, or an ADMIN.");
    }
}

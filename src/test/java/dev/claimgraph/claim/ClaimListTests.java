package dev.claimgraph.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Contract;
import dev.claimgraph.Input;
import dev.claimgraph.TestClock;
import dev.claimgraph.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Lists of claims: what their filters keep, and pages that stay as they are while others write. */
@ClaimgraphTest
class ClaimListTests {

    private static final String BACKWARD = """
        query($filter: ClaimFilter, $last: Int, $before: String) {
          claims(filter: $filter, last: $last, before: $before) {
            nodes { id } pageInfo { hasPreviousPage hasNextPage startCursor }
          }
        }
        """;

    private static final String REWORD = """
        mutation($id: ID!) {
          reviseFact(input: {factId: $id, expectedRevision: 1, statement: "Links work."}) { problems { message } }
        }
        """;

    private World world;
    private Api api;
    private String feature;
    private Driver driver;

    @BeforeEach
    void aWorld(@LocalServerPort int port, @Autowired Driver driver) {
        this.driver = driver;
        api = new Api(port);
        world = new World(api);
        feature = world.name + ".sync";
    }

    @Test
    void aListHasWhatStandsOnTheFeature() {
        assertThat(ids(Map.of("featureKeys", List.of(feature)))).containsExactly(world.sizes, world.encryption);
        assertThat(ids(Map.of("featureKeys", List.of(world.name + ".share")))).isEmpty();
    }

    @Test
    void standingAndUsabilityAreWorkedOutForTheFilter() {
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        assertThat(ids(of("standing", "STALE"))).containsExactly(world.encryption);
        assertThat(ids(of("standing", List.of("CURRENT", "BROKEN")))).containsExactly(world.sizes);
        assertThat(ids(of("usable", false))).containsExactly(world.encryption);
        assertThat(ids(of("usable", true))).containsExactly(world.sizes);
        assertThat(latest("standing: STALE")).contains(world.encryption).doesNotContain(world.sizes);
    }

    /** What is not asked is not read, and makes no difference to what is. */
    @Test
    void aListSaysTheSameOfAClaimWhateverElseIsAsked() {
        var few = "id key text kind status standing usable staleSince qualifiers reasons { code message at fact { id }"
                + " before after }";
        var more = few + " substantiation { state } personas { key } marketProblems { key } variants { text }";
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        world.drafted(world.claim("One more.", world.fiftyGigabytes));
        for (var filter :
                List.<Map<String, Object>>of(Map.of(), Map.of("usable", false), Map.of("standing", "CURRENT"))) {
            var all = new HashMap<String, Object>(filter);
            all.put("featureKeys", List.of(feature));
            var inBrief = nodes(few, all);
            assertThat(inBrief).isNotEmpty();
            var inFull = nodes(more, all);
            assertThat(inFull).hasSameSizeAs(inBrief);
            for (var i = 0; i < inBrief.size(); i++) {
                assertThat(isIn(inFull.get(i), inBrief.get(i))).isTrue();
            }
        }
    }

    /** One index has both together. */
    @Test
    void aClaimIsFoundByPersonaAndProblemTogether() {
        var claim = world.approved(forThem("It is for them."));
        var both = Map.of("personaKeys", List.of(world.name, "nobody"), "marketProblemKeys", List.of(world.name));
        assertThat(ids(both)).containsExactly(claim);
        assertThat(audiences(claim)).isEqualTo(1);
        var many = IntStream.range(0, 2_000).mapToObj("nobody-%d"::formatted).toList();
        var ofMany = new ArrayList<>(many);
        ofMany.add(world.name);
        assertThat(ids(Map.of("personaKeys", ofMany, "marketProblemKeys", ofMany)))
                .containsExactly(claim);
        assertThat(ids(Map.of("personaKeys", List.of("nobody"), "marketProblemKeys", List.of(world.name))))
                .isEmpty();
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", claim)
                        .with("expectedRevision", 1)
                        .with("marketProblemIds", List.of()));
        assertThat(ids(both)).containsExactly(claim);
        api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
        api.done("approver", Input.to("ApproveClaim").with("claimId", claim));
        assertThat(ids(both)).isEmpty();
    }

    /** The index has their status as well, which changes. */
    @Test
    void aClaimIsFoundByPersonaAndProblemAsFarAsItHasCome() {
        var first = world.approved(forThem("It is for them."));
        var second = world.drafted(forThem("It is for them as well."));
        assertThat(ids(audience("status", "DRAFT"))).containsExactly(second);
        assertThat(ids(audience("status", "APPROVED"))).containsExactly(first);
        assertThat(ids(audience("status", List.of("APPROVED", "DRAFT")))).containsExactly(first, second);
        api.done("marketer", Input.to("SubmitClaim").with("claimId", second));
        api.done("approver", Input.to("ApproveClaim").with("claimId", second));
        assertThat(ids(audience("status", "DRAFT"))).isEmpty();
        assertThat(ids(audience("status", "APPROVED"))).containsExactly(first, second);
        api.done("approver", Input.to("WithdrawClaim").with("claimId", first).with("reason", "Enough."));
        assertThat(ids(audience("status", "APPROVED"))).containsExactly(second);
        assertThat(ids(audience("status", "WITHDRAWN"))).containsExactly(first);
        assertThat(ids(audience("usable", true))).containsExactly(second);
    }

    @Test
    void theClaimsOfAnAudienceComeInPagesInBothDirections() {
        var all = IntStream.range(0, 5)
                .mapToObj(i -> world.drafted(forThem("It is for them, %d.".formatted(i))))
                .toList();
        for (var fields : List.of("id", "id personas { key }")) {
            var forward = page(fields, "first: 3");
            var amongMore = page(fields, "first: 3", among("nobody"));
            assertThat(forward.get("nodes")).isEqualTo(amongMore.get("nodes"));
            assertThat(forward.get("totalCount")).isEqualTo(amongMore.get("totalCount"));
            assertThat(ids(forward.get("nodes"))).isEqualTo(all.subList(0, 3));
            assertThat(forward.get("totalCount").asInt()).isEqualTo(5);
            var next = page(fields, "first: 3, after: " + forward.at("/pageInfo/endCursor"));
            assertThat(ids(next.get("nodes"))).isEqualTo(all.subList(3, 5));
            assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
            assertThat(next.at("/pageInfo/hasPreviousPage").asBoolean()).isTrue();
            var backward = page(fields, "last: 3");
            assertThat(ids(backward.get("nodes"))).isEqualTo(all.subList(2, 5));
            var previous = page(fields, "last: 3, before: " + backward.at("/pageInfo/startCursor"));
            assertThat(ids(previous.get("nodes"))).isEqualTo(all.subList(0, 2));
        }
    }

    private JsonNode page(String fields, String bounds) {
        return page(fields, bounds, audience());
    }

    private Map<String, Object> among(String other) {
        var filter = audience();
        filter.put("personaKeys", List.of(other, world.name));
        return filter;
    }

    private JsonNode page(String fields, String bounds, Map<String, Object> filter) {
        var document = """
            query($filter: ClaimFilter) {
              claims(filter: $filter, %s) {
                nodes { %s } totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
              }
            }
            """.formatted(bounds, fields);
        return api.ask("viewer", document, Map.of("filter", filter)).get("claims");
    }

    private Input forThem(String text) {
        return world.claim(text, world.fiftyGigabytes)
                .with("personaIds", List.of(world.persona))
                .with("marketProblemIds", List.of(world.problem));
    }

    private Map<String, Object> audience(Object... more) {
        var filter = new HashMap<String, Object>(
                Map.of("personaKeys", List.of(world.name), "marketProblemKeys", List.of(world.name)));
        if (more.length == 2) {
            filter.put((String) more[0], more[1]);
        }
        return filter;
    }

    private long audiences(String claim) {
        return driver.executableQuery("MATCH (:Claim {id: $id})-[a:IS_FOR]->() RETURN count(a) AS count")
                .withParameters(Map.of("id", claim))
                .execute()
                .records()
                .getFirst()
                .get("count")
                .asLong();
    }

    private List<JsonNode> nodes(String fields, Map<String, ?> filter) {
        var document = "query($filter: ClaimFilter) { claims(filter: $filter) { nodes { %s } } }".formatted(fields);
        var nodes = api.ask("viewer", document, Map.of("filter", filter)).at("/claims/nodes");
        return nodes.valueStream().toList();
    }

    private static boolean isIn(JsonNode whole, JsonNode part) {
        return part.propertyStream().allMatch(field -> field.getValue().equals(whole.get(field.getKey())));
    }

    @Test
    void whateverMakesAClaimUnusableLeadsToIt(@Autowired TestClock clock) {
        var soon = clock.instant().plusSeconds(30).toString();
        var lapsing = api.done("owner", world.fact(world.share, "It runs on a watch."))
                .at("/fact/id")
                .asString();
        api.done("owner", world.verification(lapsing).with("validUntil", soon));
        var reworded = world.verified(world.fact(world.share, "Links can be shared."));
        var disputed = world.verified(world.fact(world.share, "Links are short."));
        var retracted = world.verified(world.fact(world.share, "Links are pretty."));
        var troubled = new ArrayList<>(List.of(world.sizes, world.encryption));
        for (var fact : List.of(lapsing, reworded, disputed, retracted)) {
            troubled.add(world.approved(world.claim("We say so.", fact)));
        }
        var steady = world.verified(world.fact(world.persona, "They share."));
        troubled.add(world.approved(world.claim("For now.", steady).with("expiresAt", soon)));
        var current = world.approved(world.claim("They share.", steady));
        assertThat(latest("standing: [STALE, BROKEN, EXPIRED]")).doesNotContainAnyElementsOf(troubled);

        world.set(world.sync, "max-file-size", World.number(1, "GB"));
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        api.ask("owner", REWORD, Map.of("id", reworded));
        world.verify(reworded);
        api.done(
                "owner",
                world.verification(disputed).with("decision", "DISPUTED").with("note", "They are not."));
        api.done("owner", Input.to("RetractFact").with("factId", retracted).with("reason", "A matter of taste."));
        clock.advance(Duration.ofSeconds(60));

        assertThat(latest("standing: [STALE, BROKEN, EXPIRED]"))
                .containsAll(troubled)
                .doesNotContain(current);
        assertThat(latest("status: APPROVED, usable: false"))
                .containsAll(troubled)
                .doesNotContain(current);
        assertThat(latest("standing: EXPIRED")).contains(troubled.getLast()).doesNotContain(current, world.sizes);
        assertThat(latestFacts("standing: LAPSED")).contains(lapsing).doesNotContain(steady, retracted);
        assertThat(latestFacts("standing: [RETRACTED, DISPUTED]"))
                .contains(retracted, disputed)
                .doesNotContain(steady);
        assertThat(latestFacts("standing: VERIFIED")).contains(steady, reworded).doesNotContain(lapsing, retracted);
    }

    @Test
    void aFeatureThatIsRetiredLeadsToItsClaims() {
        api.done("owner", world.revision(world.sync).with("lifecycle", "RETIRED"));
        world.verify(world.encrypted);
        assertThat(latest("status: APPROVED, usable: false, standing: UNSUPPORTED"))
                .contains(world.encryption);
    }

    @Test
    void aPlanBesideAFactAboutPeopleIsUnsupportedOnceItIsOut() {
        var people = world.verified(world.fact(world.persona, "They wait for it."));
        var plan = world.drafted(world.claim("Soon.", people, world.encrypted).with("kind", "ROADMAP"));
        assertThat(world.trace(plan).get("standing").asString()).isEqualTo("UNSUPPORTED");
        assertThat(ids(of("standing", "UNSUPPORTED"))).containsExactly(plan);
    }

    @Test
    void theOtherFiltersHoldTogether() {
        var comparative = world.drafted(world.claim("Better.", world.encrypted)
                .with("kind", "COMPARATIVE")
                .with("competitorIds", List.of(world.competitor))
                .with("personaIds", List.of(world.persona))
                .with("marketProblemIds", List.of(world.problem))
                .with("variants", List.of(Map.of("text", "Besser.", "channel", "ads", "locale", "de"))));
        assertThat(ids(Map.of("competitorKeys", List.of(world.name)))).containsExactly(comparative);
        assertThat(ids(Map.of("personaKeys", List.of(world.name)))).containsExactly(comparative);
        assertThat(ids(Map.of("marketProblemKeys", List.of(world.name)))).containsExactly(comparative);
        assertThat(ids(of("kind", "COMPARATIVE"))).containsExactly(comparative);
        assertThat(ids(of("status", List.of("DRAFT")))).containsExactly(comparative);
        assertThat(ids(of("channel", "ads"))).containsExactly(comparative);
        assertThat(ids(of("locale", "fr"))).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWhileOthersWrite() {
        var first = page(2, null);
        var third = world.approved(world.claim("One more.", world.encrypted));
        var second = page(2, first.at("/pageInfo/endCursor").asString());
        assertThat(nodes(first)).containsExactly(world.sizes, world.encryption);
        assertThat(nodes(second)).containsExactly(third);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(second.get("totalCount").asInt()).isEqualTo(3);
    }

    @Test
    void aListIsReadBackwardToo() {
        var last =
                api.ask("viewer", BACKWARD, Map.of("filter", of(), "last", 1)).get("claims");
        assertThat(ids(last.get("nodes"))).containsExactly(world.encryption);
        var before = Map.of(
                "filter",
                of(),
                "last",
                1,
                "before",
                last.at("/pageInfo/startCursor").asString());
        assertThat(ids(api.ask("viewer", BACKWARD, before).at("/claims/nodes"))).containsExactly(world.sizes);
    }

    @Test
    void aPageOfAnotherSizeOrAForeignCursorIsRefused() {
        assertThat(error(0, null)).isEqualTo("BAD_REQUEST");
        assertThat(error(101, null)).isEqualTo("BAD_REQUEST");
        assertThat(error(1, "nonsense")).isEqualTo("BAD_REQUEST");
        var cursor = page(1, null).at("/pageInfo/endCursor").asString();
        var elsewhere = Map.of("filter", of("usable", true), "first", 1, "after", cursor);
        assertThat(api.error("viewer", Contract.operation("Claims"), elsewhere)).isEqualTo("BAD_REQUEST");
    }

    private JsonNode page(int first, String after) {
        return api.send("viewer", "Claims", variables(first, after)).get("claims");
    }

    private String error(int first, String after) {
        return api.error("viewer", Contract.operation("Claims"), variables(first, after));
    }

    private Map<String, Object> variables(int first, String after) {
        var variables = new HashMap<String, Object>(Map.of("filter", of(), "first", first));
        if (after != null) {
            variables.put("after", after);
        }
        return variables;
    }

    /** A filter for this world's claims. */
    private Map<String, Object> of(Object... more) {
        var filter = new HashMap<String, Object>(Map.of("featureKeys", List.of(feature)));
        if (more.length == 2) {
            filter.put((String) more[0], more[1]);
        }
        return filter;
    }

    private List<String> ids(Map<String, ?> filter) {
        return nodes(api.send("viewer", "Claims", Map.of("filter", filter, "first", 100))
                .get("claims"));
    }

    /** The newest of all claims that the filter keeps: others fill the graph too. */
    private List<String> latest(String filter) {
        return ids(api.ask("viewer", "{ claims(filter: {%s}, last: 100) { nodes { id } } }".formatted(filter), Map.of())
                .at("/claims/nodes"));
    }

    private List<String> latestFacts(String filter) {
        return ids(api.ask("viewer", "{ facts(filter: {%s}, last: 100) { nodes { id } } }".formatted(filter), Map.of())
                .at("/facts/nodes"));
    }

    private static List<String> nodes(JsonNode page) {
        var ids = new ArrayList<String>();
        page.get("edges").forEach(edge -> ids.add(edge.at("/node/id").asString()));
        return ids;
    }

    private static List<String> ids(JsonNode nodes) {
        var ids = new ArrayList<String>();
        nodes.forEach(node -> ids.add(node.get("id").asString()));
        return ids;
    }
}

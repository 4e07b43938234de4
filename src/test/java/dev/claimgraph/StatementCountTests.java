package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** However many rows an answer has, it takes as many statements as it has kinds of things. */
@ClaimgraphTest
class StatementCountTests {

    private static final String NESTED = """
        query($keys: [String!]) {
          features(filter: {keys: $keys}, first: 2) {
            nodes {
              key owner { name } product { key owner { name } }
              revisions(first: 5) { nodes { number by { name } } totalCount }
              history(first: 5) { nodes { number by { name } } }
              facts(first: 12) {
                totalCount
                nodes {
                  statement standing subject { key }
                  verification { by { name } revision { number } }
                  contribution { by { name } area { steward { name } } }
                  contributedEvidence(first: 5) { nodes { by { name } } totalCount }
                  verifications(first: 5) { nodes { by { name } } }
                  claims(first: 5) {
                    nodes {
                      text usable explanation reasons { by { name } }
                      author { name } personas { key } marketProblems { key }
                      usages(first: 5) { nodes { url } totalCount }
                      substantiation { fact { subject { key } } }
                    }
                  }
                }
              }
            }
          }
        }
        """;

    private final Doors doors;
    private World world;
    private Api api;

    StatementCountTests(Doors doors) {
        this.doors = doors;
    }

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void aNestedAnswerTakesAsManyStatementsForManyRowsAsForFew() {
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        contributed("Contributed");
        var few = statements();
        for (var i = 0; i < 8; i++) {
            var fact = world.verified(world.fact(world.sync, "Fact " + i).with("dependsOn", List.of("regions")));
            contributed("Contributed " + i);
            for (var j = 0; j < 2; j++) {
                var claim = world.approved(world.claim("Claim %d %d".formatted(i, j), fact)
                        .with("personaIds", List.of(world.persona))
                        .with("marketProblemIds", List.of(world.problem)));
                api.done(
                        "marketer",
                        Input.to("RecordUsage").with("claimId", claim).with("url", "https://example.com/" + claim));
            }
        }
        assertThat(statements()).hasSizeLessThanOrEqualTo(few.size() + 2);
    }

    @Test
    void aTraceTakesOneStatement() {
        assertThat(Statements.during(() -> world.trace(world.sizes))).hasSize(1);
    }

    /** Where each is read with whatever else is asked for just then. */
    @Test
    void tracesThatManyAskForAtOnceAreWhatEachIsAnsweredAlone() throws Exception {
        var claims = List.of(world.sizes, world.encryption);
        var alone = claims.stream().map(world::trace).toList();
        var asks = Stream.generate(() -> claims)
                .limit(30)
                .flatMap(List::stream)
                .<Callable<JsonNode>>map(claim -> () -> world.trace(claim))
                .toList();
        try (var callers = Executors.newFixedThreadPool(16)) {
            var together = callers.invokeAll(asks);
            for (var i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % alone.size()));
            }
        }
    }

    @Test
    void aRevisionTakesAsManyStatementsForManyClaimsAsForFew() {
        var few = Statements.during(() -> world.set(world.sync, "max-file-size", World.number(40, "GB")));
        world.set(world.sync, "max-file-size", World.number(50, "GB"));
        for (var i = 0; i < 20; i++) {
            world.approved(world.claim("Claim " + i, world.fiftyGigabytes));
        }
        var many = Statements.during(() -> world.set(world.sync, "max-file-size", World.number(40, "GB")));
        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void reassigningTakesAsManyStatementsForMuchAsForLittle() {
        var few = team("few", List.of(world.product));
        var many = team("many", List.of(world.product, world.sync, world.share, world.persona, world.competitor));
        var heirs = team("heirs", List.of());
        var first = Statements.during(() -> reassign(many, heirs));
        changeOwner(world.product, few);
        assertThat(first).hasSameSizeAs(Statements.during(() -> reassign(few, heirs)));
    }

    private void reassign(String from, String to) {
        api.done("admin", Input.to("Reassign").with("fromId", from).with("toId", to));
    }

    private String team(String key, List<String> owned) {
        var document = "mutation($key: String!) { createTeam(input: {key: $key, name: \"Team\"}) { team { id } } }";
        var team = api.ask("admin", document, Map.of("key", world.name + "." + key))
                .at("/createTeam/team/id")
                .asString();
        owned.forEach(id -> changeOwner(id, team));
        return team;
    }

    private void changeOwner(String id, String ownerId) {
        api.done("admin", Input.to("ChangeOwner").with("id", id).with("ownerId", ownerId));
    }

    /**
     * One to lock and read it, with where its changes end, one to write it, one for its change. A revision reads the facts that it moves
     * with its subject, and writes all of it with its changes; an approval has its review to read and end, and asks where its changes end.
     */
    @Test
    void aVerificationTakesThreeStatementsARevisionTwoAndASignOffSix() {
        var company = new Company(doors);
        var feature = company.feature(Map.of("size", Company.number(50, "GB")));
        var fact = company.fact(feature.id(), List.of("size"), null);
        assertThat(Statements.during(() -> company.verify(fact))).hasSizeLessThanOrEqualTo(3);
        var claim = company.submitted(fact.id());
        assertThat(Statements.during(() -> company.approve(claim.id()))).hasSizeLessThanOrEqualTo(6);
        assertThat(Statements.during(
                        () -> company.revise(company.owner, feature, null, Map.of("size", Company.number(60, "GB")))))
                .hasSize(2);
    }

    private void contributed(String text) {
        var offer =
                "mutation($text: String!, $id: ID!) { contribute(input: {kind: FACT, text: $text, subjectId: $id}) {"
                        + " contribution { id } } }";
        var id = api.ask("viewer", offer, Map.of("text", text, "id", world.share))
                .at("/contribute/contribution/id");
        api.done(
                "admin",
                Input.to("AcceptContribution").with("contributionId", id).with("factKind", "LIMIT"));
    }

    private List<String> statements() {
        return Statements.during(() ->
                api.ask("viewer", NESTED, Map.of("keys", List.of(world.name + ".sync", world.name + ".share"))));
    }
}

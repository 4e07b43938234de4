package dev.claimgraph.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.neo4j.core.Neo4jClient;
import tools.jackson.databind.JsonNode;

/** Whoever edits the log by hand is found out. */
@ClaimgraphTest
class ChainTests {

    private static final String CHAIN =
            "query ($id: ID!) { historyChain(id: $id) { intact length lost broken { message change { number } } } }";

    private final Neo4jClient neo4j;
    private World world;
    private Api api;

    ChainTests(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void whatNobodyTouchedIsIntact() {
        var chain = chain(world.sizes);
        assertThat(chain.get("intact").asBoolean()).isTrue();
        assertThat(chain.get("length").asInt()).isEqualTo(3);
        assertThat(chain.get("broken").isNull()).isTrue();
        assertThat(chain("claim_00000000000000000000000000").isNull()).isTrue();
    }

    @Test
    void anEditedRecordIsTheFirstBrokenLink() {
        for (var property : List.of("after", "actor", "action", "hash", "previousHash", "touched")) {
            edited(2, property, "somebody else's", "Change 2 ");
        }
        edited(2, "hash", "somebody else's", "Change 2 is not as it was written: its hash is another.");
        edited(2, "at", "yesterday", "Change 2 cannot be read: something of it is missing, or of another type.");
        edited(2, "position", 0, "Change 2 has another place in the log than it was given.");
    }

    /** The last one is what somebody would hide. */
    @Test
    void aRecordThatIsMovedToAnotherThingIsFound() {
        edited(
                3,
                "aggregate",
                world.encryption,
                "Change 3 stands under another thing, %s.".formatted(world.encryption));
        edited(
                3,
                "id",
                Change.id(world.encryption, 999),
                "A change stands under this thing that is none of its own: %s."
                        .formatted(Change.id(world.encryption, 999)));
    }

    @Test
    void aRecordThatIsTakenOutIsMissed() {
        var taken = neo4j.query("MATCH (c:Change {id: $id}) WITH c, properties(c) AS all DELETE c RETURN all")
                .bind(Change.id(world.sizes, 2))
                .to("id")
                .fetch()
                .one()
                .orElseThrow();
        assertThat(chain(world.sizes).at("/broken/message").asString())
                .isEqualTo("Change 2 is not there; the next one is %s.".formatted(Change.id(world.sizes, 3)));
        assertThat(chain(world.sizes).get("lost").asInt()).isOne();
        assertThat(chain(world.encryption).get("intact").asBoolean())
                .as("the last of a chain is missed by the log's count alone")
                .isFalse();
        neo4j.query("CREATE (c:Change) SET c = $all")
                .bind(taken.get("all"))
                .to("all")
                .run();
        assertThat(chain(world.sizes).get("intact").asBoolean()).isTrue();
    }

    @Test
    void aChangeTellsWhatItChanged() {
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", world.sizes)
                        .with("expectedRevision", 1)
                        .with("text", "Big files sync."));
        var document = """
            query ($id: ID!) { node(id: $id) { history(first: 1) { nodes { differences { path before after } } }
              ... on Fact { last: history(last: 1) { nodes { action by { name } differences { path before after } } } } } }
            """;
        world.set(world.sync, "encrypted", Map.of("boolean", false));
        var last = api.ask("viewer", document, Map.of("id", world.encrypted)).at("/node/last/nodes/0");
        assertThat(last.get("action").asString()).isEqualTo("reviseFeature");
        assertThat(last.get("differences"))
                .extracting(each -> each.get("path").asString() + ": "
                        + each.get("before").asString(null) + " -> "
                        + each.get("after").asString(null))
                .contains("standing: VERIFIED -> SUSPECT", "left.0.after: null -> false");
        var first = api.ask("viewer", document, Map.of("id", world.sizes)).at("/node/history/nodes/0/differences");
        assertThat(first)
                .extracting(each ->
                        each.get("path").asString() + " " + each.get("after").asString(null))
                .contains("content.text Your biggest files sync.", "status DRAFT");
    }

    private JsonNode chain(String id) {
        return api.ask("viewer", CHAIN, Map.of("id", id)).get("historyChain");
    }

    /** Edits one record of the log in the database, looks, and puts it back. */
    private void edited(int number, String property, Object value, String message) {
        var node = neo4j.query("""
            MATCH (c:Change {id: $id})
            WITH c, properties(c) AS all
            SET c[$property] = $value
            RETURN elementId(c) AS node, all
            """)
                .bindAll(Map.of("id", Change.id(world.sizes, number), "property", property, "value", value))
                .fetch()
                .one()
                .orElseThrow();
        var chain = chain(world.sizes);
        neo4j.query("MATCH (c:Change) WHERE elementId(c) = $node SET c = $all")
                .bindAll(node)
                .run();
        assertThat(chain.get("intact").asBoolean()).as(property).isFalse();
        assertThat(chain.at("/broken/message").asString()).as(property).startsWith(message);
        assertThat(chain(world.sizes).get("intact").asBoolean()).isTrue();
    }
}

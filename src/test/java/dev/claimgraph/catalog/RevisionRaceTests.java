package dev.claimgraph.catalog;

import static dev.claimgraph.World.attribute;
import static dev.claimgraph.World.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.World;
import dev.claimgraph.history.Log;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.neo4j.core.Neo4jClient;
import tools.jackson.databind.JsonNode;

/** Many write one feature at once. */
@ClaimgraphTest
class RevisionRaceTests {

    private static final int WRITERS = 10;
    private static final String PRESENT = """
        query($id: ID!) {
          feature(id: $id) { name revision attributes { display } revisions { totalCount } history { totalCount } }
        }
        """;

    private final Log log;

    RevisionRaceTests(Neo4jClient neo4j) {
        log = new Log(neo4j);
    }

    @Test
    void ofTenWritersWhoSawTheSameRevisionOneWinsAndNothingOfTheOthersIsWritten(@LocalServerPort int port) {
        var api = new Api(port);
        var world = new World(api);
        var seen = world.revision(world.sync);
        var position = log.position();
        var payloads = AtOnce.all(IntStream.range(0, WRITERS)
                .<Supplier<JsonNode>>mapToObj(writer -> () -> api.send(
                        "owner",
                        seen.with("name", "Sync by " + writer)
                                .with(
                                        "setAttributes",
                                        List.of(attribute("max-file-size", number(100 + writer, "GB"))))))
                .toList());
        var winners = IntStream.range(0, WRITERS)
                .filter(writer -> payloads.get(writer).get("problems").isEmpty())
                .boxed()
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(payloads)
                .filteredOn(payload -> !payload.get("problems").isEmpty())
                .hasSize(WRITERS - 1)
                .allSatisfy(refused -> {
                    assertThat(refused.get("problems")).hasSize(1);
                    assertThat(refused.at("/problems/0/code").asString()).isEqualTo("CONFLICT");
                    assertThat(refused.at("/feature/revision").asInt()).isEqualTo(2);
                });
        var feature = api.ask("viewer", PRESENT, Map.of("id", world.sync)).get("feature");
        assertThat(feature.get("revision").asInt()).isEqualTo(2);
        assertThat(feature.at("/revisions/totalCount").asInt()).isEqualTo(2);
        assertThat(feature.at("/history/totalCount").asInt()).isEqualTo(2);
        assertThat(feature.get("name").asString()).isEqualTo("Sync by " + winners.getFirst());
        assertThat(feature.get("attributes").findValuesAsString("display"))
                .contains(100 + winners.getFirst() + " GB")
                .hasSize(3);
        assertThat(log.actionsAfter(position))
                .as("the feature's change, and those of the two facts that it moves")
                .containsExactly("reviseFeature", "reviseFeature", "reviseFeature");
    }
}

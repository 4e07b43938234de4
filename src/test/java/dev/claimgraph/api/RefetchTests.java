package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.shared.Id;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever has an id is read again by it. */
@ClaimgraphTest
class RefetchTests {

    private static final String NODES = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

    private final Map<String, String> typesById = new LinkedHashMap<>();
    private Api api;

    @BeforeEach
    void oneOfEachKind(@LocalServerPort int port) {
        api = new Api(port);
        var world = new World(api);
        var usage = api.done(
                "marketer", Input.to("RecordUsage").with("claimId", world.sizes).with("url", "https://example.com/"));
        var question = Input.to("AskQuestion").with("subjectId", world.sync).with("text", "What of it?");
        var ask = "mutation($input: AskQuestionInput!) { askQuestion(input: $input) { question { id } } }";
        var asked = api.ask("viewer", ask, Map.of("input", question.fields()));
        typesById.put(asked.at("/askQuestion/question/id").asString(), "Question");
        typesById.put(world.product, "Product");
        typesById.put(world.sync, "Feature");
        typesById.put(world.persona, "Persona");
        typesById.put(world.problem, "MarketProblem");
        typesById.put(world.competitor, "Competitor");
        typesById.put(world.encrypted, "Fact");
        typesById.put(world.sizes, "Claim");
        typesById.put(usage.at("/usage/id").asString(), "Usage");
        var reviewed = "query ($id: ID!) { claim(id: $id) { review { id } } }";
        typesById.put(
                api.ask("viewer", reviewed, Map.of("id", world.sizes))
                        .at("/claim/review/id")
                        .asString(),
                "Review");
        var contribution = Input.to("Contribute")
                .with("kind", "OBJECTION")
                .with("text", "Too slow.")
                .with("subjectId", world.sync);
        var document =
                "mutation($input: ContributeInput!) { contribute(input: $input) { contribution { id area { id } } } }";
        var offered = api.ask("viewer", document, Map.of("input", contribution.fields()));
        typesById.put(offered.at("/contribute/contribution/id").asString(), "Contribution");
        typesById.put(offered.at("/contribute/contribution/area/id").asString(), "Area");
        typesById.put(api.ask("viewer", "{ me { id } }", Map.of()).at("/me/id").asString(), "Person");
    }

    @Test
    void aThingOfAnyKindIsReadAgainByItsId() {
        typesById.forEach((id, type) -> {
            var node = api.send("viewer", "Refetch", Map.of("id", id)).get("node");
            assertThat(node.get("__typename").asString()).isEqualTo(type);
            assertThat(node.get("id").asString()).isEqualTo(id);
        });
    }

    @Test
    void thingsOfAllKindsAreReadAtOnceInTheOrderAskedForWithGaps() {
        var ids = new ArrayList<>(typesById.keySet()).reversed();
        ids.add(4, Id.next("claim"));
        var nodes = api.ask("viewer", NODES, Map.of("ids", ids)).get("nodes");
        assertThat(nodes).hasSize(ids.size());
        for (var i = 0; i < nodes.size(); i++) {
            assertThat(nodes.get(i).path("__typename").asString(null)).isEqualTo(typesById.get(ids.get(i)));
        }
    }
}

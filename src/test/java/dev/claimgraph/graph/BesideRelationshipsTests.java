package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** What stands on a node so that a trace need not walk is what the relationships say, for new data and for data of before. */
@ClaimgraphTest
class BesideRelationshipsTests {

    private static final String DIFFERENT = """
        RETURN
          COUNT { MATCH (f:Fact)
            WHERE f.dependsOn IS NULL
              OR size(f.dependsOn) <> COUNT { (f)-[:DEPENDS_ON]->() }
              OR EXISTS { (f)-[:DEPENDS_ON]->(a:Attribute) WHERE NOT a.name IN f.dependsOn } } AS facts,
          COUNT { MATCH (r:Revision)-[:BY]->(person:Person) WHERE r.by IS NULL OR r.by <> person.id } AS revisions,
          COUNT { MATCH (s:Subject)
            WHERE coalesce(s.productId, '') <> coalesce(head([(s)-[:PART_OF]->(p:Product) | p.id]), '') } AS subjects
        """;

    private final Driver driver;
    private final World world;

    BesideRelationshipsTests(Driver driver, @LocalServerPort int port) {
        this.driver = driver;
        this.world = new World(new Api(port));
    }

    @Test
    void newDataHasBothAlike() {
        var revised = Input.to("ReviseFact")
                .with("factId", world.encrypted)
                .with("expectedRevision", 1)
                .with("dependsOn", List.of("regions", "max-file-size"));
        world.api.done("owner", revised);
        try (var session = driver.session()) {
            assertThat(different(session)).containsExactly(0, 0, 0);
        }
    }

    @Test
    void dataOfBeforeIsGivenIt() throws IOException {
        try (var session = driver.session();
                var undone = session.beginTransaction()) {
            undone.run("MATCH (n:Fact|Revision|Subject) REMOVE n.dependsOn, n.by, n.productId")
                    .consume();
            assertThat(different(undone)).doesNotContain(0);
            for (var statement : migration().split(";")) {
                if (!statement.isBlank()) {
                    undone.run(statement).consume();
                }
            }
            assertThat(different(undone)).containsExactly(0, 0, 0);
        }
    }

    private static List<Integer> different(SimpleQueryRunner graph) {
        return graph.run(DIFFERENT)
                .list(row -> row.values().stream().map(Value::asInt).toList())
                .getFirst();
    }

    private static String migration() throws IOException {
        return new ClassPathResource("neo4j/migrations/V0011__Beside_relationships.cypher")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}

package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
            WHERE coalesce(s.productId, '') <> coalesce(head([(s)-[:PART_OF]->(p:Product) | p.id]), '') } AS subjects,
          COUNT { MATCH (c:Claim)-[a:IS_FOR]->()
            WHERE a.claimId IS NULL OR a.claimId <> c.id OR a.status IS NULL OR a.status <> c.status } AS audiences
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
            assertThat(different(session)).containsExactly(0, 0, 0, 0);
        }
    }

    @Test
    void dataOfBeforeIsGivenIt() throws IOException {
        try (var session = driver.session();
                var undone = session.beginTransaction()) {
            undone.run("MATCH (n:Fact|Revision|Subject) REMOVE n.dependsOn, n.by, n.productId")
                    .consume();
            assertThat(different(undone).subList(0, 3)).doesNotContain(0);
            run(undone, "V0011__Beside_relationships");
            assertThat(different(undone)).containsExactly(0, 0, 0, 0);
        }
    }

    /** In transactions of their own, and so not in one that is undone. */
    @Test
    void audiencesOfBeforeAreGivenTheirClaims() throws IOException {
        world.drafted(world.claim("It is for them.", world.encrypted)
                .with("personaIds", List.of(world.persona))
                .with("marketProblemIds", List.of(world.problem)));
        try (var session = driver.session()) {
            session.run(
                            "MATCH (:Persona {id: $id})<-[:SPEAKS_TO]-()-[a:IS_FOR]->() REMOVE a.claimId, a.status",
                            Map.of("id", world.persona))
                    .consume();
            assertThat(different(session).getLast()).isEqualTo(1);
            run(session, "V0037__Audiences_with_claims");
            assertThat(different(session).getLast()).isZero();
        }
    }

    private static void run(SimpleQueryRunner graph, String migration) throws IOException {
        var script = new ClassPathResource("neo4j/migrations/" + migration + ".cypher");
        for (var statement : script.getContentAsString(StandardCharsets.UTF_8).split(";")) {
            if (!statement.isBlank()) {
                graph.run(statement).consume();
            }
        }
    }

    private static List<Integer> different(SimpleQueryRunner graph) {
        return graph.run(DIFFERENT)
                .list(row -> row.values().stream().map(Value::asInt).toList())
                .getFirst();
    }
}

package dev.claimgraph.copycheck;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** Keeps check runs in the graph, each once. */
@Component
class CheckRunRepository {

    private static final String BY_ID = "UNWIND $ids AS id MATCH (r:CheckRun {id: id}) RETURN r AS run";

    private static final String KEEP = """
        MERGE (r:CheckRun {print: $print})
        ON CREATE SET r += $properties
        RETURN r AS run
        """;

    private final Neo4jClient neo4j;

    CheckRunRepository(Neo4jClient neo4j) {
        this.neo4j = neo4j;
    }

    Map<String, CheckRun> byId(Collection<String> ids) {
        var found = new HashMap<String, CheckRun>();
        read(BY_ID, Map.of("ids", ids)).forEach(run -> found.put(run.id(), run));
        return found;
    }

    /** The run or, where the same one was kept before, that. */
    CheckRun keep(CheckRun run) {
        return read(KEEP, Map.of("print", run.print(), "properties", run.properties()))
                .iterator()
                .next();
    }

    private Collection<CheckRun> read(String cypher, Map<String, Object> parameters) {
        return neo4j.query(cypher)
                .bindAll(parameters)
                .fetchAs(CheckRun.class)
                .mappedBy((types, row) -> CheckRun.from(row.get("run")))
                .all();
    }
}

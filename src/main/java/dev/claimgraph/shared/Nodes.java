package dev.claimgraph.shared;

import java.util.List;
import org.neo4j.driver.Value;

/** Tells apart what one pattern of a statement led to: walking a node's relationships once is quicker than once for each type. */
public final class Nodes {

    private Nodes() {}

    /** Those of the nodes that have the label; none where the nodes were not read. */
    public static List<Value> labelled(String label, Value nodes) {
        return nodes.asList(node -> node, List.of()).stream()
                .filter(node -> node.asNode().hasLabel(label))
                .toList();
    }
}

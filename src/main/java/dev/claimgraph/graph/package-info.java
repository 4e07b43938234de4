/** The graph: supplies the Neo4j driver, embedded by default and external once a URI is set, and migrates the schema. */
@NullMarked
package dev.claimgraph.graph;

import org.jspecify.annotations.NullMarked;

/** Measures the service beside hand-written Cypher, in one process and one run. */
package dev.claimgraph.bench;

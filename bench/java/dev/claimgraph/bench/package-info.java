/** Measures the service beside hand-written Cypher, in one run: in this process, or over HTTP with processes of their own. */
package dev.claimgraph.bench;

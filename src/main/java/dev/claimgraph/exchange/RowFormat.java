package dev.claimgraph.exchange;

/** How rows stand in a file. */
enum RowFormat {
    /** Each line is a JSON object. */
    NDJSON,
    /** By RFC 4180, with the names of the fields in the first line. */
    CSV
}

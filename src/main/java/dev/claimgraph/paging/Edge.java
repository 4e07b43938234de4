package dev.claimgraph.paging;

/** One item of a page, with the place it stands at. */
public record Edge<T>(String cursor, T node) {}

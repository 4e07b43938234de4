package dev.claimgraph.copycheck;

/**
 * What is held against the claims: a sentence of the copy, or a clause of one.
 *
 * @param start where it is in what was sent, in UTF-16 code units
 * @param end the first one behind it
 * @param clause whether it is one clause of a sentence that is there too
 */
record Passage(String text, int start, int end, boolean clause) {}

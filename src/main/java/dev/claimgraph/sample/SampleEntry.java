package dev.claimgraph.sample;

/** One entry of a sample file, and what a message calls it. */
interface SampleEntry {

    String key();
}

package dev.claimgraph.sample;

/** Why the sample company cannot be loaded, in one sentence: the file, the entry, the problem and what to do. */
class SampleUnusable extends RuntimeException {

    SampleUnusable(String file, String place, String problem) {
        super(
                "The sample data has a mistake in %s, %s, so correct that or set claimgraph.sample-data to false: %s"
                        .formatted(file, place, problem),
                null,
                false,
                false);
    }
}

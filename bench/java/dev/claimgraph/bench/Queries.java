package dev.claimgraph.bench;

import java.util.concurrent.ThreadLocalRandom;

/** What people look for: others each time, on each thread. */
final class Queries {

    private static final ThreadLocal<Copywriter> WRITERS =
            ThreadLocal.withInitial(() -> new Copywriter(ThreadLocalRandom.current().nextLong()));

    private Queries() {}

    static String next() {
        return WRITERS.get().query();
    }
}

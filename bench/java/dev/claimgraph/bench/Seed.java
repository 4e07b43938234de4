package dev.claimgraph.bench;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/** What a generated library is made of, the same each time: ids and choices by their places, none of which has to be remembered. */
final class Seed {

    private static final long SEED = 7;

    /** When all of it was written. */
    static final Instant WRITTEN = Instant.parse("2026-01-01T00:00:00Z");

    /** Who owns the catalog, by the place of the local account. */
    static final String OWNER = id("person", 1);

    private Seed() {}

    /** In the order of the places, as ids are in that of creation. */
    static String id(String kind, int place) {
        var random = random(kind, place);
        var time = WRITTEN.toEpochMilli() + place;
        var ulid = new Ulid(time << 16 | random.nextInt(1 << 16), random.nextLong());
        return kind + "_" + ulid.toString().toLowerCase(Locale.ROOT);
    }

    static Random random(String kind, int place) {
        return new Random(SEED * 1_000_003 + kind.hashCode() * 31L + place * 0x9E3779B97F4A7C15L);
    }
}

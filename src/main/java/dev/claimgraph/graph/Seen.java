package dev.claimgraph.graph;

import io.micrometer.context.ThreadLocalAccessor;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Bookmark;

/**
 * What one request has seen of the graph: all that it reads is at least so new, and what it wrote is noted. Found under its key in the
 * context of the request, and on every thread that works for it.
 */
public final class Seen {

    public static final String KEY = Seen.class.getName();

    private static final ThreadLocal<Seen> CURRENT = new ThreadLocal<>();

    private final Set<Bookmark> before;
    private volatile Set<Bookmark> written = Set.of();

    Seen(Set<Bookmark> before) {
        this.before = before;
    }

    /** By the transaction that it committed last, which began after its others; empty where it wrote nothing. */
    Set<Bookmark> written() {
        return written;
    }

    static boolean isInRequest() {
        return CURRENT.get() != null;
    }

    /** What the present request has to read at, in any session; empty outside of one. */
    static Set<Bookmark> before() {
        var seen = CURRENT.get();
        return seen == null ? Set.of() : seen.before;
    }

    /** Reads at what this has seen, on a thread of no other request. */
    <T> T during(Supplier<T> reading) {
        CURRENT.set(this);
        try {
            return reading.get();
        } finally {
            CURRENT.remove();
        }
    }

    static void wrote(Set<Bookmark> written) {
        var seen = CURRENT.get();
        if (seen != null) {
            seen.written = written;
        }
    }

    /** Takes it from thread to thread. */
    public static final class Carried implements ThreadLocalAccessor<Seen> {

        @Override
        public Object key() {
            return KEY;
        }

        @Override
        public @Nullable Seen getValue() {
            return CURRENT.get();
        }

        @Override
        public void setValue(Seen seen) {
            CURRENT.set(seen);
        }

        @Override
        public void setValue() {
            CURRENT.remove();
        }
    }
}

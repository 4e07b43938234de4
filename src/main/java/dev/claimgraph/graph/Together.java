package dev.claimgraph.graph;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.neo4j.driver.Bookmark;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads what several requests ask for by one statement, since the way to the graph and back costs as much as what is read. As many
 * statements are under way as there are processors; whoever asks meanwhile waits for one of them to end, and is answered together with
 * those who wait by then and ask for the like. A request that is alone does not wait.
 *
 * @param <L> what is alike in all that one statement reads
 * @param <K> what is asked for
 * @param <V> what is read of it
 */
public final class Together<L, K, V> {

    private static final int ABREAST = Runtime.getRuntime().availableProcessors();
    private static final int MOST = 50;

    private final Reading<L, K, V> reading;
    private final List<Asked<L, K, V>> waiting = new LinkedList<>();
    private int underWay;

    public Together(Reading<L, K, V> reading) {
        this.reading = reading;
    }

    /**
     * What there is of it, at least as new as the present request has seen; within a transaction as that has it. Where several cannot be
     * read together each is read alone, so that nobody fails for what another asked.
     */
    public Optional<V> read(L alike, K key) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone(alike, key);
        }
        var asked = new Asked<L, K, V>(alike, key, Seen.before(), new CompletableFuture<>());
        if (begins(asked)) {
            Thread.ofVirtual().name("together").start(this::answer);
        }
        var read = Beside.get(asked.read);
        return read.isPresent() ? Optional.ofNullable(read.get().get(key)) : alone(alike, key);
    }

    private Optional<V> alone(L alike, K key) {
        return Optional.ofNullable(reading.read(alike, List.of(key)).get(key));
    }

    private synchronized boolean begins(Asked<L, K, V> asked) {
        waiting.add(asked);
        if (underWay == ABREAST) {
            return false;
        }
        underWay++;
        return true;
    }

    private void answer() {
        for (var next = next(); !next.isEmpty(); next = next()) {
            answer(next);
        }
    }

    private synchronized List<Asked<L, K, V>> next() {
        if (waiting.isEmpty()) {
            underWay--;
            return List.of();
        }
        var alike = waiting.getFirst().alike;
        var next = new ArrayList<Asked<L, K, V>>();
        for (var each = waiting.iterator(); each.hasNext() && next.size() < MOST; ) {
            var asked = each.next();
            if (asked.alike.equals(alike)) {
                next.add(asked);
                each.remove();
            }
        }
        return next;
    }

    private void answer(List<Asked<L, K, V>> all) {
        var keys = all.stream().map(Asked::key).distinct().toList();
        var seen = all.stream().flatMap(asked -> asked.seen.stream()).collect(toUnmodifiableSet());
        try {
            var read = new Seen(seen).during(() -> reading.read(all.getFirst().alike, keys));
            all.forEach(asked -> asked.read.complete(Optional.of(read)));
        } catch (RuntimeException | Error e) {
            if (all.size() == 1) {
                all.getFirst().read.completeExceptionally(e);
            } else {
                all.forEach(asked -> asked.read.complete(Optional.empty()));
            }
        }
    }

    /** Reads by one statement. */
    @FunctionalInterface
    public interface Reading<L, K, V> {

        /** What there is of all that is asked for, by what was asked. */
        Map<K, V> read(L alike, List<K> keys);
    }

    /** @param read all that was read with it; empty where it has to be read alone */
    private record Asked<L, K, V>(L alike, K key, Set<Bookmark> seen, CompletableFuture<Optional<Map<K, V>>> read) {}
}

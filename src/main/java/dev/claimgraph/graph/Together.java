package dev.claimgraph.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.neo4j.driver.Bookmark;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads what several requests ask for by one statement, since the way to the graph and back costs as much as what is read. As many
 * statements are under way as there are processors; whoever asks meanwhile waits for one of them to end, and is answered together with
 * those who wait by then and have seen as much. A request that is alone does not wait.
 *
 * @param <K> what is asked for
 * @param <V> what is read of it
 */
public final class Together<K, V> {

    private static final int ABREAST = Runtime.getRuntime().availableProcessors();
    private static final int MOST = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Function<List<K>, Map<K, V>> reading;
    private final Duration patience;
    private final List<Asked<K, V>> waiting = new LinkedList<>();
    private int underWay;

    /** @param reading gives what there is of all that is asked for, by what was asked, and does so by one statement */
    public Together(Function<List<K>, Map<K, V>> reading) {
        this(reading, PATIENCE);
    }

    Together(Function<List<K>, Map<K, V>> reading, Duration patience) {
        this.reading = reading;
        this.patience = patience;
    }

    /**
     * What there is of it, at least as new as the present request has seen; within a transaction as that has it. Where several cannot be
     * read together, or not within a second, each is read alone, so that nobody fails or waits for what another asked.
     */
    public Optional<V> read(K key) {
        if (!Seen.isInRequest() || TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone(key);
        }
        var asked = new Asked<>(
                key,
                Seen.before(),
                new CompletableFuture<Optional<Map<K, V>>>()
                        .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS));
        if (begins(asked)) {
            Thread.ofVirtual().name("together").start(this::answer);
        }
        var read = Beside.get(asked.read);
        return read.isPresent() ? Optional.ofNullable(read.get().get(key)) : alone(key);
    }

    private Optional<V> alone(K key) {
        return Optional.ofNullable(reading.apply(List.of(key)).get(key));
    }

    private synchronized boolean begins(Asked<K, V> asked) {
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

    private synchronized List<Asked<K, V>> next() {
        waiting.removeIf(asked -> asked.read.isDone());
        if (waiting.isEmpty()) {
            underWay--;
            return List.of();
        }
        var seen = waiting.getFirst().seen;
        var next = new ArrayList<Asked<K, V>>();
        for (var each = waiting.iterator(); each.hasNext() && next.size() < MOST; ) {
            var asked = each.next();
            if (asked.seen.equals(seen)) {
                next.add(asked);
                each.remove();
            }
        }
        return next;
    }

    private void answer(List<Asked<K, V>> all) {
        try {
            var keys = all.stream().map(Asked::key).distinct().toList();
            var read = new Seen(all.getFirst().seen).during(() -> reading.apply(keys));
            all.forEach(asked -> asked.read.complete(Optional.of(read)));
        } catch (RuntimeException | Error e) {
            if (all.size() == 1) {
                all.getFirst().read.completeExceptionally(e);
            } else {
                all.forEach(asked -> asked.read.complete(Optional.empty()));
            }
        }
    }

    /** @param read all that was read with it; empty where it has to be read alone */
    private record Asked<K, V>(K key, Set<Bookmark> seen, CompletableFuture<Optional<Map<K, V>>> read) {}
}

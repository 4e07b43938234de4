package dev.claimgraph.search;

import dev.claimgraph.history.Leases;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Embeds, beside all else, what has no vector of the present model: after the model was changed, what was worded while it could not be
 * loaded, and what others left. One instance at a time does so. The vectors of the model before serve until each is replaced.
 */
@Component
class Embedder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Embedder.class);

    static final String LEASE = "embedding";

    private static final int PAGE = 200;

    private final WordingRepository wordings;
    private final Meaning meaning;
    private final Leases leases;
    private final boolean inBackground;
    private volatile List<String> otherModels = List.of();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;

    /** @param inBackground whether it does so here; others may */
    Embedder(
            WordingRepository wordings,
            Meaning meaning,
            Leases leases,
            @Value("${claimgraph.background:true}") boolean inBackground) {
        this.wordings = wordings;
        this.meaning = meaning;
        this.leases = leases;
        this.inBackground = inBackground;
    }

    /** The models whose vectors are not all replaced yet. */
    List<String> otherModels() {
        return otherModels;
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        look();
        startCatchingUp();
    }

    /** What is behind is embedded once the write that left it so is done; many writes at once need one look. */
    @TransactionalEventListener
    void on(WordingsBehind behind) {
        startCatchingUp();
    }

    /** An instance without background, an import and one that broke off leave some to others, and tell nobody. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void startCatchingUp() {
        if (inBackground && asked.compareAndSet(false, true)) {
            Thread.ofVirtual().name("embedder").start(this::catchUp);
        }
    }

    /** Sees which models' vectors are there. */
    void look() {
        otherModels = wordings.otherModels(meaning.model());
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Embeds all that is behind, one page after another. */
    synchronized void catchUp() {
        asked.set(false);
        try {
            var embedded = meaning.isKnown() ? embedAll() : 0;
            if (embedded > 0 || !otherModels.isEmpty()) {
                look();
            }
            if (embedded > 0) {
                log.info("Embedded {} wordings by {}", embedded, meaning.model());
            }
        } catch (DataAccessException | TransactionException | Neo4jException unreachable) {
            if (!closed) {
                log.warn("Embedding has to wait, and goes on in a minute: {}", unreachable.getMessage());
            }
        } catch (RuntimeException e) {
            if (!closed) {
                log.warn("Embedding broke off, and goes on in a minute", e);
            }
        }
    }

    private int embedAll() {
        var count = 0;
        for (var page = next(); !page.isEmpty() && !closed && leases.take(LEASE); page = next()) {
            var texts = page.stream().map(WordingRepository.Behind::text).collect(Collectors.toSet());
            wordings.embed(page, meaning.model(), meaning.of(texts));
            count += page.size();
        }
        if (count > 0) {
            leases.giveBack(LEASE);
        }
        return count;
    }

    private List<WordingRepository.Behind> next() {
        return wordings.behind(meaning.model(), PAGE);
    }
}

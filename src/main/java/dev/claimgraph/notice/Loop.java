package dev.claimgraph.notice;

import java.time.Duration;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes a step over and over, on a thread of its own, until it is closed. A step that fails is taken again a second later. */
public final class Loop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Step step;
    private final Thread thread;

    public Loop(String name, Step step) {
        this.name = name;
        this.step = step;
        this.thread = Thread.ofVirtual().name("loop " + name).start(this::run);
    }

    /** Waits until the step that is being taken has ended. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var isFailing = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step.take();
                isFailing = false;
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException | Error e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                if (!isFailing) {
                    tell(e);
                }
                isFailing = true;
                if (!slept()) {
                    return;
                }
            }
        }
    }

    /** That the graph is not there says it all; anything else is a bug. */
    private void tell(Throwable failure) {
        if (failure instanceof DataAccessException
                || failure instanceof TransactionException
                || failure instanceof Neo4jException) {
            log.warn("{} has to wait, and goes on by itself: {}", name, failure.getMessage());
        } else {
            log.error("{} has to wait, and goes on by itself", name, failure);
        }
    }

    private static boolean slept() {
        try {
            Thread.sleep(AFTER_FAILURE);
            return true;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    /** What is done over and over; it waits by itself where there is nothing to do. */
    public interface Step {

        void take() throws InterruptedException;
    }
}

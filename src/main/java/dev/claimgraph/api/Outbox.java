package dev.claimgraph.api;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Sends the messages of one socket, one after the other: whoever sends waits until the reader has taken it. A socket that is to be
 * closed while it sends is closed as soon as that is done.
 */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final WebSocketSession session;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicReference<@Nullable CloseStatus> end = new AtomicReference<>();
    private volatile long since;

    Outbox(WebSocketSession session) {
        this.session = session;
    }

    /** Sends a text, or drops it where the socket is closed or closing. */
    void send(String text) {
        sending.lock();
        try {
            if (end.get() == null) {
                since = System.nanoTime();
                session.sendMessage(new TextMessage(text));
            }
        } catch (IOException | IllegalStateException gone) {
            log.debug("Socket {} is gone: {}", session.getId(), gone.toString());
            end.compareAndSet(null, CloseStatus.SESSION_NOT_RELIABLE);
        } finally {
            since = 0;
            sending.unlock();
        }
        closeIfDue();
    }

    /** Whether it has been sending one text for longer than this. */
    boolean isLate(Duration bound) {
        var begun = since;
        return begun != 0 && System.nanoTime() - begun > bound.toNanos();
    }

    /** Sends nothing more from now on; whether this is the first to say so, and why the socket closes. */
    boolean end(CloseStatus status) {
        return end.compareAndSet(null, status);
    }

    boolean hasEnded() {
        return end.get() != null;
    }

    /** Closes the socket where it has ended and sends nothing; else whoever sends does so next. */
    void closeIfDue() {
        var status = end.get();
        if (status != null && session.isOpen() && sending.tryLock()) {
            try {
                session.close(status);
            } catch (IOException | IllegalStateException gone) {
                log.debug("Socket {} is gone: {}", session.getId(), gone.toString());
            } finally {
                sending.unlock();
            }
        }
    }
}

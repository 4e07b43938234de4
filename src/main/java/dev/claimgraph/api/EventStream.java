package dev.claimgraph.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The results of a subscription as a stream of events. One virtual thread writes it, and waits with it for what comes next. */
final class EventStream implements Peer, EventConnection.Writer {

    static final String TRANSPORT = "sse";
    static final String COMPLETE = "event: complete\ndata:\n\n";

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final int CHUNK = 8_192;
    private static final String KEEP_ALIVE = ":\n\n";

    private final EventStreams streams;
    private final Publisher<ExecutionResult> results;
    private final @Nullable Instant end;
    private @Nullable EventConnection connection;
    private volatile @Nullable Events events;
    private volatile @Nullable Ending ending;
    private volatile long since;

    EventStream(EventStreams streams, Publisher<ExecutionResult> results, @Nullable Instant end) {
        this.streams = streams;
        this.results = results;
        this.end = end;
    }

    @Override
    public String transport() {
        return TRANSPORT;
    }

    @Override
    public int subscriptions() {
        return events == null ? 0 : 1;
    }

    @Override
    public void writeTo(EventConnection opened) {
        connection = opened;
        var running = Events.of(results);
        events = running;
        streams.begun(this);
        try {
            send(KEEP_ALIVE);
            write(running);
        } catch (IOException gone) {
            log.debug("An event stream broke off: {}", gone.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("An event stream failed.", e);
        } finally {
            running.cancel();
            streams.ended(this);
        }
    }

    @Override
    public void gone() {
        end(Ending.GONE);
    }

    @Override
    public void tooSlow() {
        end(Ending.SLOW);
    }

    private void write(Events running) throws IOException, InterruptedException {
        while (ending == null) {
            var event = running.next(streams.keepAlive());
            if (event == null) {
                send(KEEP_ALIVE);
            } else if (ending == null && event.hasValue()) {
                next(Objects.requireNonNull(event.get()).toSpecification());
            } else if (ending == null) {
                end(event.getThrowable());
                return;
            }
        }
        if (ending == Ending.EXPIRED) {
            next(errors(List.of(expired())));
            send(COMPLETE);
        }
    }

    private void end(@Nullable Throwable failure) throws IOException {
        if (failure != null) {
            if (failure.getCause() instanceof AccessLost) {
                streams.countCut("forbidden");
            }
            next(errors(SubscriptionFailures.errors(failure)));
        }
        send(COMPLETE);
    }

    private void next(Map<String, Object> result) throws IOException {
        send(streams.next(result));
    }

    private void send(String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        var out = Objects.requireNonNull(connection);
        since = System.nanoTime();
        try {
            for (var from = 0; from < bytes.length; from += CHUNK) {
                out.write(bytes, from, Math.min(CHUNK, bytes.length - from));
                if (ending == Ending.SLOW) {
                    throw new IOException("The reader of an event stream is too slow");
                }
            }
            out.flush();
        } catch (SocketTimeoutException e) {
            tooSlow();
            throw e;
        } finally {
            since = 0;
        }
    }

    @Override
    public void look() {
        var begun = since;
        if (begun != 0 && System.nanoTime() - begun > streams.sendTime().toNanos()) {
            tooSlow();
        } else if (streams.isOver(end)) {
            end(Ending.EXPIRED);
        }
    }

    @Override
    public void stop() {
        end(Ending.STOPPED);
    }

    private synchronized void end(Ending how) {
        var running = events;
        if (ending == null && running != null) {
            ending = how;
            if (how.reason != null) {
                streams.countCut(how.reason);
            }
            running.cancel();
        }
    }

    private static Map<String, Object> errors(List<GraphQLError> errors) {
        return ExecutionResult.newExecutionResult().errors(errors).build().toSpecification();
    }

    private static GraphQLError expired() {
        var requestId = UUID.randomUUID().toString();
        var sentence = "The login has ended; ask again with a new one.";
        return new RequestError(ErrorCode.UNAUTHENTICATED, sentence, null, null, requestId);
    }

    /** How the service ends a stream, and the tag by which that is counted. */
    private enum Ending {
        SLOW("slow"),
        EXPIRED("expired"),
        STOPPED(null),
        GONE(null);

        private final @Nullable String reason;

        Ending(@Nullable String reason) {
            this.reason = reason;
        }
    }
}

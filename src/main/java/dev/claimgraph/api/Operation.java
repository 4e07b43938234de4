package dev.claimgraph.api;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * What a socket was asked by one subscribe, answered on a virtual thread of its own. Events are waited for on another: the stack of one
 * that has done more keeps its size.
 */
final class Operation implements Runnable {

    private static final Duration LONG = Duration.ofDays(1);

    private final String id;
    private final SerializableGraphQlRequest request;
    private final Authentication caller;
    private final Socket socket;
    private final Sockets sockets;
    private boolean isCancelled;
    private @Nullable Events events;

    Operation(SocketMessage message, Authentication caller, Socket socket, Sockets sockets) {
        this.id = Objects.requireNonNull(message.id());
        this.request = (SerializableGraphQlRequest) Objects.requireNonNull(message.payload());
        this.caller = caller;
        this.socket = socket;
        this.sockets = sockets;
    }

    String id() {
        return id;
    }

    synchronized boolean isSubscription() {
        return events != null;
    }

    synchronized void cancel() {
        isCancelled = true;
        if (events != null) {
            events.cancel();
        }
    }

    @Override
    public void run() {
        SecurityContextHolder.setContext(new SecurityContextImpl(caller));
        try {
            answer(sockets.execute(request));
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void answer(WebGraphQlResponse answer) {
        if (answer.getData() instanceof Publisher<?>) {
            var running = begin(answer.getData());
            if (running != null) {
                Thread.startVirtualThread(() -> send(running));
            }
        } else if (answer.getData() == null) {
            fail(answer.getExecutionResult().getErrors());
        } else if (!isCancelled()) {
            socket.send(SocketMessage.next(id, answer.toMap()));
            complete();
        }
    }

    /** Null where the client has completed it meanwhile. */
    private synchronized @Nullable Events begin(Publisher<ExecutionResult> results) {
        if (!isCancelled) {
            events = Events.of(results);
        }
        return events;
    }

    private void send(Events running) {
        try {
            sendEach(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void sendEach(Events running) throws InterruptedException {
        while (!isCancelled()) {
            var event = running.next(LONG);
            if (event == null) {
                continue;
            }
            if (event.isOnError()) {
                fail(Objects.requireNonNull(event.getThrowable()));
                return;
            }
            if (!event.hasValue()) {
                complete();
                return;
            }
            if (!isCancelled()) {
                socket.send(SocketMessage.next(
                        id, Objects.requireNonNull(event.get()).toSpecification()));
            }
        }
    }

    private void fail(Throwable failure) {
        if (failure.getCause() instanceof AccessLost) {
            socket.forbid();
        } else {
            fail(SubscriptionFailures.errors(failure));
        }
    }

    private void fail(List<GraphQLError> errors) {
        if (socket.isDone(this)) {
            socket.send(SocketMessage.error(
                    id, errors.stream().map(GraphQLError::toSpecification).toList()));
        }
    }

    private void complete() {
        if (socket.isDone(this)) {
            socket.send(SocketMessage.complete(id));
        }
    }

    private synchronized boolean isCancelled() {
        return isCancelled;
    }
}

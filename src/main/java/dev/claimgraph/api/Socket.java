package dev.claimgraph.api;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.JsonNode;

/**
 * One connection of graphql-transport-ws. Nothing is answered on it before its connection_init was taken: with credentials of its own, or
 * with those of the handshake.
 */
final class Socket implements Peer {

    static final String TRANSPORT = "websocket";

    private static final int MOST_BYTES_OF_STRANGERS = 16_384;

    private final WebSocketSession session;
    private final Sockets sockets;
    private final Outbox outbox;
    private final long opened = System.nanoTime();
    private final Map<String, Operation> operations = new ConcurrentHashMap<>();
    private final StringBuilder parts = new StringBuilder();
    private int bytes;
    private boolean isInitiated;
    private volatile @Nullable Authentication caller;
    private volatile @Nullable Instant end;

    Socket(WebSocketSession session, Sockets sockets) {
        this.session = session;
        this.sockets = sockets;
        this.outbox = new Outbox(session);
    }

    @Override
    public String transport() {
        return TRANSPORT;
    }

    @Override
    public int subscriptions() {
        return (int)
                operations.values().stream().filter(Operation::isSubscription).count();
    }

    /** Takes a part of a message; small buffers serve sockets that mostly listen. */
    void receive(TextMessage part) {
        if (outbox.hasEnded()) {
            return;
        }
        bytes += part.getPayloadLength();
        var most = caller == null ? MOST_BYTES_OF_STRANGERS : sockets.mostBytes();
        if (bytes > most) {
            close(CloseCode.TOO_LARGE.because("A message has at most %,d bytes here.".formatted(most)));
            return;
        }
        parts.append(part.getPayload());
        if (part.isLast()) {
            var text = parts.toString();
            parts.setLength(0);
            parts.trimToSize();
            bytes = 0;
            receive(text);
        }
    }

    private void receive(String text) {
        try {
            var message = SocketMessage.read(text, sockets.json());
            switch (message.type()) {
                case "connection_init" -> init((JsonNode) Objects.requireNonNull(message.payload()));
                case "ping" -> send(SocketMessage.PONG);
                case "subscribe" -> subscribe(message);
                case "complete" -> complete(String.valueOf(message.id()));
                default -> {}
            }
        } catch (SocketMessage.Bad bad) {
            close(CloseCode.BAD_MESSAGE.because(bad.getMessage()));
        }
    }

    private void init(JsonNode payload) {
        if (isInitiated) {
            close(CloseCode.TOO_MANY_INITS.because("Too many initialisation requests"));
            return;
        }
        isInitiated = true;
        try {
            var login = sockets.logIn(session, payload.path("authorization").asString(""));
            if (login == null) {
                close(CloseCode.FORBIDDEN.because("Forbidden: log in, or send connection_init with an authorization."));
                return;
            }
            end = sockets.end(login);
            caller = login;
            if (!isOver()) {
                send(SocketMessage.ACK);
            }
        } catch (AuthenticationServiceException down) {
            close(CloseCode.TRY_AGAIN_LATER.because("Nobody can log in at the moment; try again."));
        } catch (AuthenticationException refused) {
            close(CloseCode.FORBIDDEN.because("Forbidden: this login or token is not taken. Get a new one."));
        }
    }

    private void subscribe(SocketMessage message) {
        var known = caller;
        if (known == null) {
            close(CloseCode.UNAUTHORIZED.because("Unauthorized"));
            return;
        }
        var operation = new Operation(message, known, this, sockets);
        if (operations.containsKey(operation.id())) {
            close(CloseCode.SUBSCRIBER_EXISTS.because("Subscriber for %s already exists".formatted(operation.id())));
        } else if (operations.size() >= sockets.mostSubscriptions()) {
            var sentence = "A socket has at most %,d operations at a time; complete one first."
                    .formatted(sockets.mostSubscriptions());
            send(SocketMessage.error(
                    operation.id(),
                    Objects.requireNonNull(RefusedRequest.because(ErrorCode.OVER_LIMIT, sentence)
                            .body()
                            .get("errors"))));
        } else {
            operations.put(operation.id(), operation);
            Thread.startVirtualThread(operation);
            if (outbox.hasEnded()) {
                cancelAll();
            }
        }
    }

    private void complete(String id) {
        var operation = operations.remove(id);
        if (operation != null) {
            operation.cancel();
        }
    }

    /** Whether the operation was still there. */
    boolean isDone(Operation operation) {
        return operations.remove(operation.id(), operation);
    }

    void send(SocketMessage message) {
        outbox.send(sockets.json().writeValueAsString(message));
        if (outbox.hasEnded()) {
            cancelAll();
        }
    }

    /** Whether the caller's login has ended, with which the socket ends too. */
    private boolean isOver() {
        var until = end;
        if (until == null || sockets.now().isBefore(until)) {
            return false;
        }
        cut("expired", CloseCode.UNAUTHORIZED.because("Unauthorized: the login has ended; connect with a new one."));
        return true;
    }

    @Override
    public void look() {
        if (outbox.isLate(sockets.sendTime())) {
            cut("slow", CloseCode.TOO_SLOW.because("Too slow: read faster, and resume with after."));
        } else if (caller == null
                && System.nanoTime() - opened > sockets.initTime().toNanos()) {
            close(CloseCode.INIT_TIMEOUT.because("Connection initialisation timeout"));
        } else {
            isOver();
        }
    }

    @Override
    public void stop() {
        close(CloseCode.GOING_AWAY.because("The service stops; connect again."));
    }

    /** Ends the socket of a caller who may no longer read what is sent. */
    void forbid() {
        cut("forbidden", CloseCode.FORBIDDEN.because("Forbidden: you may no longer read this."));
    }

    private void cut(String reason, CloseStatus status) {
        var running = subscriptions();
        if (close(status)) {
            sockets.countCut(reason, running);
        }
    }

    /**
     * Cancels what runs at once; what is being sent is sent before the socket closes, and nobody waits for that.
     *
     * @return whether this is what closes it
     */
    boolean close(CloseStatus status) {
        var isFirst = outbox.end(status);
        if (isFirst) {
            cancelAll();
            Thread.startVirtualThread(outbox::closeIfDue);
        }
        return isFirst;
    }

    /** Nobody is there any more. */
    void gone(CloseStatus status) {
        outbox.end(status);
        cancelAll();
    }

    private void cancelAll() {
        operations.values().forEach(Operation::cancel);
        operations.clear();
    }
}

package dev.claimgraph.api;

import jakarta.websocket.Session;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** Speaks graphql-transport-ws, the protocol of the npm library graphql-ws, with everyone who opens a WebSocket. */
@Component
class Sockets extends AbstractWebSocketHandler implements SubProtocolCapable {

    /** The attribute of a session in which the handshake leaves who came with it. */
    static final String CALLER = Sockets.class.getName();

    private static final String SOCKET = Socket.class.getName();
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final URI ADDRESS = URI.create(Endpoint.PATH);

    private final WebGraphQlHandler graphQl;
    private final JsonMapper json;
    private final Logins logins;
    private final Peers peers;
    private final Clock clock;
    private final StreamLimits limits;
    private final int mostBytes;

    Sockets(
            WebGraphQlHandler graphQl,
            JsonMapper json,
            Logins logins,
            Peers peers,
            Clock clock,
            StreamLimits limits,
            Limits requests) {
        this.graphQl = graphQl;
        this.json = json;
        this.logins = logins;
        this.peers = peers;
        this.clock = clock;
        this.limits = limits;
        this.mostBytes = Math.toIntExact(requests.body().toBytes());
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var connection = Objects.requireNonNull(((NativeWebSocketSession) session).getNativeSession(Session.class));
        connection
                .getUserProperties()
                .put(
                        "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT",
                        2 * sendTime().toMillis());
        var socket = new Socket(session, this);
        session.getAttributes().put(SOCKET, socket);
        peers.add(socket);
        if (!PROTOCOL.equalsIgnoreCase(session.getAcceptedProtocol())) {
            socket.close(CloseCode.SUBPROTOCOL_NOT_ACCEPTABLE.because("Subprotocol not acceptable"));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) {
        socket(session).receive(part);
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage part) {
        socket(session).close(CloseCode.BAD_MESSAGE.because("A message is JSON, sent as text."));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var socket = socket(session);
        peers.remove(socket);
        socket.gone(status);
    }

    private static Socket socket(WebSocketSession session) {
        return (Socket) Objects.requireNonNull(session.getAttributes().get(SOCKET));
    }

    /** By the credentials of a message or, where it has none, by the handshake's; null for nobody. */
    @Nullable
    Authentication logIn(WebSocketSession session, String authorization) {
        return authorization.isEmpty()
                ? (Authentication) session.getAttributes().get(CALLER)
                : logins.logIn(authorization, address(session));
    }

    private static String address(WebSocketSession session) {
        InetSocketAddress remote = session.getRemoteAddress();
        return remote == null ? "" : remote.getHostString();
    }

    @Nullable
    Instant end(Authentication caller) {
        return logins.end(caller);
    }

    WebGraphQlResponse execute(SerializableGraphQlRequest request) {
        var streamed = Map.<String, Object>of(Subscriptions.STREAMED, true);
        var id = UUID.randomUUID().toString();
        var asked =
                new WebGraphQlRequest(ADDRESS, new HttpHeaders(), null, null, streamed, request, id, Locale.ENGLISH);
        return Objects.requireNonNull(graphQl.handleRequest(asked).block());
    }

    void countCut(String reason, int subscriptions) {
        peers.countCut(reason, subscriptions);
    }

    Instant now() {
        return clock.instant();
    }

    JsonMapper json() {
        return json;
    }

    int mostBytes() {
        return mostBytes;
    }

    int mostSubscriptions() {
        return limits.subscriptions();
    }

    Duration initTime() {
        return limits.initTime();
    }

    Duration sendTime() {
        return limits.sendTime();
    }
}

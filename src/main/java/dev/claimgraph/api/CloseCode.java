package dev.claimgraph.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.web.socket.CloseStatus;

/** Why a socket is closed: the codes of WebSocket, of graphql-transport-ws, and one of ours, TOO_SLOW. */
enum CloseCode {
    GOING_AWAY(1001),
    TOO_LARGE(1009),
    TRY_AGAIN_LATER(1013),
    BAD_MESSAGE(4400),
    UNAUTHORIZED(4401),
    FORBIDDEN(4403),
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    INIT_TIMEOUT(4408),
    SUBSCRIBER_EXISTS(4409),
    TOO_SLOW(4413),
    TOO_MANY_INITS(4429);

    private static final int MOST_BYTES = 123; // of a reason, by RFC 6455

    private final int code;

    CloseCode(int code) {
        this.code = code;
    }

    CloseStatus because(String reason) {
        var fitting = reason;
        while (fitting.getBytes(UTF_8).length > MOST_BYTES) {
            fitting = fitting.substring(0, fitting.offsetByCodePoints(fitting.length(), -1));
        }
        return new CloseStatus(code, fitting);
    }
}

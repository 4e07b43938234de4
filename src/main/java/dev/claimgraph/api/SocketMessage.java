package dev.claimgraph.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.support.SerializableGraphQlRequest;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message of graphql-transport-ws, as its protocol writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SocketMessage(
        @Nullable String id, String type, @Nullable Object payload) {

    static final SocketMessage ACK = new SocketMessage(null, "connection_ack", null);
    static final SocketMessage PONG = new SocketMessage(null, "pong", null);

    static SocketMessage next(String id, Object result) {
        return new SocketMessage(id, "next", result);
    }

    static SocketMessage error(String id, Object errors) {
        return new SocketMessage(id, "error", errors);
    }

    static SocketMessage complete(String id) {
        return new SocketMessage(id, "complete", null);
    }

    /** @throws Bad where this is no message that a client may send */
    static SocketMessage read(String text, JsonMapper json) throws Bad {
        var message = tree(text, json);
        var type = message.path("type");
        if (!type.isString()) {
            throw new Bad("A message is a JSON object with a type.");
        }
        var payload = message.path("payload");
        if (!payload.isMissingNode() && !payload.isNull() && !payload.isObject()) {
            throw new Bad("The payload of a message is a JSON object.");
        }
        return switch (type.asString()) {
            case "connection_init", "ping", "pong" -> new SocketMessage(null, type.asString(), payload);
            case "subscribe" -> new SocketMessage(id(message), "subscribe", request(payload, json));
            case "complete" -> new SocketMessage(id(message), "complete", null);
            default -> throw new Bad("A client sends no message of the type %s.".formatted(type.asString()));
        };
    }

    private static JsonNode tree(String text, JsonMapper json) throws Bad {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw new Bad("A message is JSON; this cannot be read.");
        }
    }

    private static String id(JsonNode message) throws Bad {
        var id = message.path("id");
        if (!id.isString() || id.asString().isEmpty()) {
            throw new Bad("A message of the type %s has an id, which is text."
                    .formatted(message.path("type").asString()));
        }
        return id.asString();
    }

    private static SerializableGraphQlRequest request(JsonNode payload, JsonMapper json) throws Bad {
        try {
            if (!payload.isObject()) {
                throw new Bad("A message of the type subscribe has a payload.");
            }
            var request = json.treeToValue(payload, SerializableGraphQlRequest.class);
            request.getDocument();
            return request;
        } catch (JacksonException | ServerWebInputException e) {
            throw new Bad("The payload of subscribe has a query; variables and extensions are JSON objects.");
        }
    }

    /** A message that breaks the protocol; its text says how. */
    static final class Bad extends Exception {

        Bad(String reason) {
            super(reason);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}

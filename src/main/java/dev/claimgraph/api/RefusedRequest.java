package dev.claimgraph.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What a request that does not reach GraphQL is answered: an error as GraphQL's clients read it, with an id of its own. */
public record RefusedRequest(String id, ErrorCode code, String sentence) {

    public static RefusedRequest because(ErrorCode code, String sentence) {
        return new RefusedRequest(UUID.randomUUID().toString(), code, sentence);
    }

    public void answer(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        JsonMapper.shared().writeValue(response.getOutputStream(), body());
    }

    Map<String, Object> body() {
        return Map.of(
                "errors",
                List.of(Map.of("message", sentence, "extensions", Map.of("code", code.name(), "requestId", id))));
    }
}

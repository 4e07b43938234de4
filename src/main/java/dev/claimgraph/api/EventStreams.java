package dev.claimgraph.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Answers as text/event-stream, in the distinct connections mode of the npm library graphql-sse. */
@Component
class EventStreams {

    private final JsonMapper json;
    private final Logins logins;
    private final Peers peers;
    private final Clock clock;
    private final StreamLimits limits;

    EventStreams(JsonMapper json, Logins logins, Peers peers, Clock clock, StreamLimits limits) {
        this.json = json;
        this.logins = logins;
        this.peers = peers;
        this.clock = clock;
        this.limits = limits;
    }

    ServerResponse of(WebGraphQlResponse answer) {
        if (peers.areFull()) {
            var refused = RefusedRequest.because(
                    ErrorCode.UNAVAILABLE, "Too many are connected at the moment; try again later.");
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(refused.body());
        }
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("X-Accel-Buffering", "no")
                .build((request, response) -> {
                    write(answer, request, response);
                    return null;
                });
    }

    private void write(WebGraphQlResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        if (answer.getData() instanceof Publisher<?>) {
            var caller = SecurityContextHolder.getContext().getAuthentication();
            var end = caller == null ? null : logins.end(caller);
            EventConnection.goOn(request, response, new EventStream(this, answer.getData(), end), sendTime());
        } else {
            response.getOutputStream().write((next(answer.toMap()) + EventStream.COMPLETE).getBytes(UTF_8));
        }
    }

    void begun(EventStream stream) {
        peers.add(stream);
    }

    void ended(EventStream stream) {
        peers.remove(stream);
    }

    String next(Map<String, Object> result) {
        return "event: next\ndata: " + json.writeValueAsString(result) + "\n\n";
    }

    boolean isOver(@Nullable Instant end) {
        return end != null && !clock.instant().isBefore(end);
    }

    void countCut(String reason) {
        peers.countCut(reason, 1);
    }

    Duration keepAlive() {
        return limits.keepAlive();
    }

    Duration sendTime() {
        return limits.sendTime();
    }
}

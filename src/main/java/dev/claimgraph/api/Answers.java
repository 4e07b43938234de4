package dev.claimgraph.api;

import dev.claimgraph.graph.Bookmarks;
import dev.claimgraph.shared.BadArgument;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers what is sent to /graphql in the type that its caller likes best, and what GraphQL cannot be asked with a sentence. */
@Component
class Answers extends GraphQlHttpHandler {

    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaTypes.APPLICATION_GRAPHQL_RESPONSE, MediaType.TEXT_EVENT_STREAM);

    private final GetRequests gets;
    private final EventStreams streams;

    Answers(WebGraphQlHandler graphQl, GetRequests gets, EventStreams streams) {
        super(graphQl);
        this.gets = gets;
        this.streams = streams;
    }

    @Override
    public ServerResponse handleRequest(ServerRequest request) throws ServletException {
        var preferred = preferred(request);
        if (preferred == null) {
            return refused(
                    json(HttpStatus.NOT_ACCEPTABLE),
                    ErrorCode.BAD_REQUEST,
                    "Answers are application/graphql-response+json, application/json or text/event-stream; accept one"
                            + " of them.");
        }
        var type = isStream(preferred) ? MediaType.APPLICATION_JSON : preferred;
        if (isStream(preferred)) {
            request.attributes().put(Subscriptions.STREAMED, true);
        }
        var isGet = request.method().equals(HttpMethod.GET);
        try {
            if (isGet) {
                return super.handleRequest(gets.posted(request));
            }
            return isJson(request) ? super.handleRequest(withoutParameters(request)) : refusedType(type);
        } catch (HttpMediaTypeNotSupportedException unreadable) {
            return refusedType(type);
        } catch (BadArgument bad) {
            return refused(
                    ServerResponse.badRequest().contentType(type),
                    ErrorCode.BAD_REQUEST,
                    BookmarkHeader.NAME + ": " + bad.getMessage());
        } catch (Bookmarks.Unreached late) {
            return refused(
                    ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).contentType(type),
                    ErrorCode.UNAVAILABLE,
                    BookmarkHeader.NAME + ": " + late.getMessage());
        } catch (IOException | HttpMessageNotReadableException | ServerWebInputException unreadable) {
            return refused(
                    ServerResponse.badRequest().contentType(type),
                    ErrorCode.BAD_REQUEST,
                    isGet
                            ? "The address must have a query, or extensions that name one; its variables and"
                                    + " extensions are JSON objects."
                            : "The body must be a JSON object with a query.");
        }
    }

    /** Tells those who send anything but a GET or a POST. */
    static ServerResponse refusedMethod(ServerRequest request) {
        return refused(
                json(HttpStatus.METHOD_NOT_ALLOWED).allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST),
                ErrorCode.METHOD_NOT_ALLOWED,
                "Send this by POST or, where it only reads, by GET.");
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> answers) {
        var type = Objects.requireNonNull(preferred(request));
        return isStream(type)
                ? streamed(Objects.requireNonNull(answers.block()))
                : ServerResponse.async(
                        answers.map(answer -> answer(answer, type)).toFuture());
    }

    private ServerResponse streamed(WebGraphQlResponse answer) {
        return GetRequests.isRefused(answer) ? answer(answer, MediaType.APPLICATION_JSON) : streams.of(answer);
    }

    private ServerResponse answer(WebGraphQlResponse answer, MediaType type) {
        return ServerResponse.status(selectResponseStatus(answer, type))
                .headers(headers -> headers.putAll(answer.getResponseHeaders()))
                .contentType(type)
                .body(answer.toMap());
    }

    private static boolean isStream(MediaType type) {
        return type.equals(MediaType.TEXT_EVENT_STREAM);
    }

    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse answer, MediaType type) {
        if (GetRequests.isRefused(answer)) {
            return HttpStatus.METHOD_NOT_ALLOWED;
        }
        var needsLogin = answer.getExecutionResult().getErrors().stream()
                .anyMatch(error -> error.getErrorType() == ErrorCode.UNAUTHENTICATED);
        return needsLogin ? HttpStatus.UNAUTHORIZED : super.selectResponseStatus(answer, type);
    }

    private static ServerResponse refusedType(MediaType type) {
        return refused(
                ServerResponse.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                        .contentType(type)
                        .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE),
                ErrorCode.BAD_REQUEST,
                "The body must be JSON in UTF-8; send it with the header Content-Type: application/json.");
    }

    private static ServerResponse refused(ServerResponse.BodyBuilder answer, ErrorCode code, String sentence) {
        return answer.body(RefusedRequest.because(code, sentence).body());
    }

    private static ServerResponse.BodyBuilder json(HttpStatus status) {
        return ServerResponse.status(status).contentType(MediaType.APPLICATION_JSON);
    }

    /** What stands in the address of a POST means nothing, and fails Spring for GraphQL where it is no list of parameters. */
    private static ServerRequest withoutParameters(ServerRequest request) throws ServletException, IOException {
        return request.uri().getRawQuery() == null
                ? request
                : GetRequests.bare(request).body(request.body(byte[].class)).build();
    }

    private static boolean isJson(ServerRequest request) {
        try {
            return request.headers()
                    .contentType()
                    .filter(MediaType.APPLICATION_JSON::includes)
                    .isPresent();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    /** The one of our types that the caller likes best, whatever parameters it gives them; null where it takes none. */
    private static @Nullable MediaType preferred(ServerRequest request) {
        try {
            var accepted = new ArrayList<>(request.headers().accept());
            if (accepted.isEmpty()) {
                return MediaType.APPLICATION_JSON;
            }
            MimeTypeUtils.sortBySpecificity(accepted);
            return accepted.stream()
                    .filter(range -> range.getQualityValue() > 0)
                    .flatMap(range -> TYPES.stream().filter(range::includes))
                    .filter(type -> accepted.stream()
                            .noneMatch(range -> range.getQualityValue() == 0 && range.equalsTypeAndSubtype(type)))
                    .findFirst()
                    .orElse(null);
        } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
            return null;
        }
    }
}

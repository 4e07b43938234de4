package dev.claimgraph.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Asks who is there, in the form that GraphQL clients read and that makes browsers show their login. */
enum Challenge implements AuthenticationEntryPoint {
    PASSWORD("Basic realm=\"Claimgraph\", charset=\"UTF-8\"", "Log in with an account."),
    TOKEN("Bearer realm=\"Claimgraph\"", "Log in, or send a bearer token.");

    private static final Logger log = LoggerFactory.getLogger(Challenge.class);

    private static final String ANSWER = "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}";

    private final String scheme;
    private final String request;

    Challenge(String scheme, String request) {
        this.scheme = scheme;
        this.request = request;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        switch (cause) {
            case AuthenticationServiceException down -> {
                log.error("Nobody can log in: {}", printable(String.valueOf(down.getMessage())));
                answer(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Nobody can log in at the moment; try again.",
                        "UNAVAILABLE");
            }
            case LockedException held ->
                tooOften(response, "Too many logins failed from this address; try again in a minute.");
            case OAuth2AuthenticationException refused -> {
                log.info(
                        "{} was refused: {}", request.getRemoteAddr(), printable(String.valueOf(refused.getMessage())));
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme + ", error=\"invalid_token\"");
                var message =
                        "This login or token is not taken: it has expired, or is meant for another service, or comes"
                                + " from another provider. Get a new one.";
                answer(response, HttpStatus.UNAUTHORIZED, message, "UNAUTHENTICATED");
            }
            default -> {
                var message = this.request;
                if (cause.getAuthenticationRequest() instanceof UsernamePasswordAuthenticationToken login) {
                    log.info("{} was refused a login as {}", request.getRemoteAddr(), printable(login.getName()));
                    message = "There is no such account with this password.";
                }
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme);
                answer(response, HttpStatus.UNAUTHORIZED, message, "UNAUTHENTICATED");
            }
        }
    }

    /** An answer in the form that GraphQL clients read, to a request that is not let through. */
    static void answer(HttpServletResponse response, HttpStatus status, String message, String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(ANSWER.formatted(message, code).getBytes(StandardCharsets.UTF_8));
    }

    static void tooOften(HttpServletResponse response, String message) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        answer(response, HttpStatus.TOO_MANY_REQUESTS, message, "OVER_LIMIT");
    }

    /** In one line of the log, whatever was sent. */
    private static String printable(String sent) {
        return sent.substring(0, Math.min(sent.length(), 100)).replaceAll("\\P{Print}", "?");
    }
}

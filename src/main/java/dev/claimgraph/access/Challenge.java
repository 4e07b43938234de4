package dev.claimgraph.access;

import dev.claimgraph.api.ErrorCode;
import dev.claimgraph.api.RefusedRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

    private static final String NOT_TAKEN =
            "This login or token is not taken: it has expired, or is meant for another service, or comes from another"
                    + " provider. Get a new one.";

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
                var refused =
                        RefusedRequest.because(ErrorCode.UNAVAILABLE, "Nobody can log in at the moment; try again.");
                var why = NestedExceptionUtils.getMostSpecificCause(down).toString();
                log.warn("Request {}: nobody can log in: {}", refused.id(), printable(why));
                refused.answer(response, HttpStatus.SERVICE_UNAVAILABLE);
            }
            case LockedException held ->
                tooOften(response, "Too many logins failed from this address; try again in a minute.");
            case OAuth2AuthenticationException foreign -> {
                var refused = RefusedRequest.because(ErrorCode.UNAUTHENTICATED, NOT_TAKEN);
                log.info(
                        "Request {}: {} was refused: {}",
                        refused.id(),
                        request.getRemoteAddr(),
                        printable(foreign.getMessage()));
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme + ", error=\"invalid_token\"");
                refused.answer(response, HttpStatus.UNAUTHORIZED);
            }
            default -> {
                var login = cause.getAuthenticationRequest() instanceof UsernamePasswordAuthenticationToken tried
                        ? tried
                        : null;
                var refused = RefusedRequest.because(
                        ErrorCode.UNAUTHENTICATED,
                        login == null ? this.request : "There is no such account with this password.");
                if (login != null) {
                    log.info(
                            "Request {}: {} was refused a login as {}",
                            refused.id(),
                            request.getRemoteAddr(),
                            printable(login.getName()));
                }
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme);
                refused.answer(response, HttpStatus.UNAUTHORIZED);
            }
        }
    }

    static void tooOften(HttpServletResponse response, String message) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        RefusedRequest.because(ErrorCode.OVER_LIMIT, message).answer(response, HttpStatus.TOO_MANY_REQUESTS);
    }

    /** In one line of the log, whatever was sent. */
    static String printable(@Nullable String message) {
        var sent = String.valueOf(message);
        return sent.substring(0, Math.min(sent.length(), 300)).replaceAll("\\P{Print}", "?");
    }
}

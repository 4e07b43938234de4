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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Asks who is there, in the form that GraphQL clients read and that makes browsers show their login. */
class BasicChallenge implements AuthenticationEntryPoint {

    private static final Logger log = LoggerFactory.getLogger(BasicChallenge.class);

    private static final String ANSWER = "{\"errors\":[{\"message\":\"%s\",\"extensions\":{\"code\":\"%s\"}}]}";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof AuthenticationServiceException) {
            log.error("Nobody can log in", cause);
            var message = "Nobody can log in at the moment; try again.";
            answer(response, HttpStatus.SERVICE_UNAVAILABLE, message, "UNAVAILABLE");
        } else {
            var attempt = cause.getAuthenticationRequest() instanceof UsernamePasswordAuthenticationToken login
                    ? login
                    : null;
            if (attempt != null) {
                log.info("{} was refused a login as {}", request.getRemoteAddr(), printable(attempt.getName()));
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Claimgraph\", charset=\"UTF-8\"");
            var message = attempt == null ? "Log in with an account." : "There is no such account with this password.";
            answer(response, HttpStatus.UNAUTHORIZED, message, "UNAUTHENTICATED");
        }
    }

    /** In one line of the log, whatever was sent. */
    private static String printable(String account) {
        return account.substring(0, Math.min(account.length(), 100)).replaceAll("\\P{Print}", "?");
    }

    private static void answer(HttpServletResponse response, HttpStatus status, String message, String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(ANSWER.formatted(message, code).getBytes(StandardCharsets.UTF_8));
    }
}

package dev.claimgraph.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Asks who is there, in the form that GraphQL clients read and that makes browsers show their login. */
class BasicChallenge implements AuthenticationEntryPoint {

    private static final String ANSWER = """
        {"errors":[{"message":"Log in with an account.","extensions":{"code":"UNAUTHENTICATED"}}]}\
        """;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Claimgraph\", charset=\"UTF-8\"");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(ANSWER.getBytes(StandardCharsets.UTF_8));
    }
}

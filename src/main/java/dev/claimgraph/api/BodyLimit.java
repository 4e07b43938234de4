package dev.claimgraph.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large, be it announced or sent in chunks, and one of no certain type, before anybody reads it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    private static final String UNCERTAIN =
            "The Content-Type must be one type, without a *; send JSON as application/json.";

    private final int most;

    BodyLimit(Limits limits) {
        this.most = Math.toIntExact(limits.body().toBytes());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var type = request.getContentType();
        if (type != null && type.contains("*")) {
            RefusedRequest.because(ErrorCode.BAD_REQUEST, UNCERTAIN)
                    .answer(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        } else if (request.getContentLengthLong() > most) {
            refuseLarge(response);
        } else if (request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null) {
            rest.doFilter(request, response);
        } else {
            var body = request.getInputStream().readNBytes(most + 1);
            if (body.length > most) {
                refuseLarge(response);
            } else {
                rest.doFilter(new Read(request, body), response);
            }
        }
    }

    private void refuseLarge(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        var sentence = "The body is larger than %,d bytes; ask for less at a time.".formatted(most);
        RefusedRequest.because(ErrorCode.OVER_LIMIT, sentence).answer(response, HttpStatus.CONTENT_TOO_LARGE);
    }

    /** A request whose body was read already. */
    private static final class Read extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) {
                    return body.read(bytes, from, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}

package dev.claimgraph.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import org.springframework.web.util.WebUtils;

/** Where sockets are opened: at /graphql, ahead of what answers a GET there. */
@Configuration(proxyBeanMethods = false)
class SocketEndpoint {

    /**
     * Buffers of each connection, for as long as it is open; whatever is longer goes in parts. Three of a socket's are sized by a system
     * property and in no other way.
     */
    @Bean
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", "2048");
        return tomcat -> tomcat.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", "2048");
            connector.setProperty("socket.appWriteBufSize", "4096");
        });
    }

    @Bean
    HandlerMapping openedSockets(Sockets sockets, Peers peers, GraphQlCorsProperties sites) {
        var handler = new WebSocketHttpRequestHandler(sockets) {
            @Override
            public void handleRequest(HttpServletRequest request, HttpServletResponse response)
                    throws ServletException, IOException {
                super.handleRequest(new Plain(request), response);
            }
        };
        handler.setHandshakeInterceptors(List.of(new Admission(peers, sites.toCorsConfiguration())));
        var mapping = new WebSocketHandlerMapping();
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setUrlMap(Map.of(Endpoint.PATH, handler));
        mapping.setOrder(-2);
        return mapping;
    }

    /** Hears of no extension: compressing takes more memory for each socket than all else, and Tomcat would. */
    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }

    /**
     * Refuses what a page of another site opens, unless that site may ask, and what is one too many. Keeps who is calling; a page of
     * another site that may ask without credentials has to send them itself.
     */
    private static final class Admission implements HandshakeInterceptor {

        private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
        private final Peers peers;
        private final @Nullable CorsConfiguration sites;

        Admission(Peers peers, @Nullable CorsConfiguration sites) {
            this.peers = peers;
            this.sites = sites;
        }

        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes)
                throws IOException {
            var isOurs = WebUtils.isSameOrigin(request);
            if (!isOurs
                    && (sites == null || sites.checkOrigin(request.getHeaders().getOrigin()) == null)) {
                return refuse(response, HttpStatus.FORBIDDEN, ErrorCode.FORBIDDEN, "This site may not ask here.");
            }
            if (peers.areFull()) {
                var sentence = "Too many are connected at the moment; try again later.";
                return refuse(response, HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.UNAVAILABLE, sentence);
            }
            var caller = SecurityContextHolder.getContext().getAuthentication();
            if (caller != null
                    && trust.isAuthenticated(caller)
                    && (isOurs || sites != null && Boolean.TRUE.equals(sites.getAllowCredentials()))) {
                attributes.put(Sockets.CALLER, caller);
            }
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {}

        private static boolean refuse(ServerHttpResponse response, HttpStatus status, ErrorCode code, String sentence)
                throws IOException {
            HttpServletResponse servlet = ((ServletServerHttpResponse) response).getServletResponse();
            RefusedRequest.because(code, sentence).answer(servlet, status);
            return false;
        }
    }
}

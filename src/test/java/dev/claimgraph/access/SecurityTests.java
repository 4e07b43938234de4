package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@ClaimgraphTest
class SecurityTests {

    private static final String ME = "{\"query\": \"{ me { name } }\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectProvider<HandlerMapping> mappings;

    @Test
    void onlyHealthAnswersWithoutAnAccount() {
        var paths = new HashSet<>(List.of("/", "/graphql", "/graphql/schema", "/graphiql", "/favicon.ico", "/error"));
        mappings.forEach(mapping -> paths.addAll(paths(mapping)));
        var open = paths.stream()
                .filter(path -> List.of("GET", "POST", "OPTIONS", "HEAD", "TRACE").stream()
                        .anyMatch(method -> send(request(path).method(method, BodyPublishers.ofString(ME)))
                                        .statusCode()
                                != 401))
                .toList();
        assertThat(paths).hasSizeGreaterThan(10).contains("/actuator/health/x", "/x");
        assertThat(open).isNotEmpty().allMatch(path -> path.startsWith("/actuator/health"));
    }

    @Test
    void healthTellsNoDetails() {
        assertThat(send(request("/actuator/health/readiness")).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void aStrangerIsAskedToLogIn() {
        var answer = send(post("application/json", ME));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("Basic"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        var error = JsonMapper.shared().readTree(answer.body()).at("/errors/0");
        assertThat(error.get("message").asString()).isEqualTo("Log in with an account.");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(error.at("/extensions/requestId").asString()).isNotBlank();
    }

    @Test
    void aPasswordIsCheckedOnce(@Autowired SecurityFilterChain chain) {
        var filter = chain.getFilters().stream()
                .filter(BasicAuthenticationFilter.class::isInstance)
                .findFirst()
                .orElseThrow();
        var checks = 0;
        for (var manager = ReflectionTestUtils.getField(filter, "authenticationManager");
                manager instanceof ProviderManager asked;
                manager = ReflectionTestUtils.getField(asked, "parent")) {
            checks += asked.getProviders().stream()
                    .filter(LocalLogin.class::isInstance)
                    .toList()
                    .size();
        }
        assertThat(checks).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"viewer, wrong", "viewer, ''", "nobody, claimgraph", "'', claimgraph", "person_x, claimgraph"})
    void aWrongPasswordIsNotLetIn(String account, String password) {
        var answer = send(login(post("application/json", ME), account, password));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("UNAUTHENTICATED", "There is no such account with this password.");
    }

    @Test
    void nothingIsRememberedBetweenRequests() {
        var answer = send(login(post("application/json", ME), "viewer", "claimgraph"));
        assertThat(answer.body()).isEqualTo("{\"data\":{\"me\":{\"name\":\"Vera Viewer\"}}}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "text/plain; application/json",
                "text/html",
                "application/octet-stream"
            })
    void whatAnotherSiteCanMakeABrowserPostIsRefused(String type) {
        var answer = send(login(post(type, ME), "owner", "claimgraph"));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void aPostWithoutATypeIsRefused() {
        var untyped = request("/graphql").POST(BodyPublishers.ofString(ME));
        assertThat(send(login(untyped, "owner", "claimgraph")).statusCode()).isEqualTo(415);
    }

    @Test
    void anotherSitesQuestionIsNotAnswered() {
        var question = request("/graphql")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type");
        var answer = send(question);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "[]", "\"x\"", "null", ""})
    void whatIsNoRequestIsToldSoAsGraphQlDoes(String body) {
        var answer = send(login(post("application/json", body), "owner", "claimgraph"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"errors\":[{").contains("BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void whatAnotherSiteCanMakeABrowserOpenWritesNothing(String method) {
        var write =
                "/graphql?query=mutation%7BcreateProduct(input:%7Bkey:%22x%22,name:%22X%22%7D)%7Bproduct%7Bid%7D%7D%7D";
        var answer = send(login(request(write).method(method, BodyPublishers.noBody()), "owner", "claimgraph"));
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void pagesMayOnlyUseWhatComesFromHere() {
        var answer = send(login(request("/graphiql"), "viewer", "claimgraph"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    private HttpRequest.Builder post(String type, String body) {
        return request("/graphql").header("Content-Type", type).POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder login(HttpRequest.Builder request, String account, String password) {
        var credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The paths that a mapping serves, with every variable and wildcard filled in. */
    private static Set<String> paths(HandlerMapping mapping) {
        var patterns = new HashSet<String>();
        switch (mapping) {
            case RequestMappingInfoHandlerMapping methods ->
                methods.getHandlerMethods().keySet().forEach(info -> patterns.addAll(info.getPatternValues()));
            case AbstractUrlHandlerMapping urls ->
                patterns.addAll(urls.getHandlerMap().keySet());
            case RouterFunctionMapping routes -> routes.getRouterFunction().accept(new Routes(patterns));
            default -> throw new AssertionError("A kind of mapping that this test does not know: " + mapping);
        }
        var paths = new HashSet<String>();
        patterns.forEach(pattern -> paths.add(pattern.replaceAll("\\{[^}]*}|\\*+", "x")));
        return paths;
    }

    private record Routes(Set<String> patterns) implements RouterFunctions.Visitor {

        private static final Pattern PATH = Pattern.compile("/[^ )]*");

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            PATH.matcher(predicate.toString()).results().map(MatchResult::group).forEach(patterns::add);
        }

        @Override
        public void startNested(RequestPredicate predicate) {
            throw new AssertionError("Nested routes, which this test does not know: " + predicate);
        }

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void resources(Function<ServerRequest, Optional<Resource>> lookup) {}

        @Override
        public void attributes(Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> function) {
            throw new AssertionError("Routes that this test does not know: " + function);
        }
    }
}

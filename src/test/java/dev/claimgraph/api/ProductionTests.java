package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.ClaimgraphTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A service that is closed to all but its own front-end apps: no looking around, their documents only, from their site only. */
@ClaimgraphTest
@TestPropertySource(
        properties = {"claimgraph.explore=false", "spring.graphql.cors.allowed-origins=https://app.example.com"})
class ProductionTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ME = "{ me { name } }";
    private static final String WRITE = "mutation { __typename }";
    private static final String SCHEMA = "{ __schema { queryType { name } } }";

    @TempDir
    static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    ProductionTests(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void manifest(DynamicPropertyRegistry properties) {
        properties.add(
                "claimgraph.trusted-documents",
                () -> manifest(Map.of(hash(ME), ME, hash(WRITE), WRITE, hash(SCHEMA), SCHEMA)));
    }

    @Test
    void aDocumentOfTheManifestIsAnswered() {
        assertThat(ask(Map.of("query", ME))).contains("Vera Viewer");
    }

    @Test
    void itsHashIsEnough() {
        var named = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash(ME)));
        assertThat(ask(Map.of("extensions", named))).contains("Vera Viewer");
    }

    @Test
    void itsHashInAnAddressIsEnoughToRead() {
        var answer = send(request(named(ME)));
        assertThat(answer.body()).contains("Vera Viewer");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(send(request(named(WRITE))).statusCode()).isEqualTo(405);
        assertThat(send(request(named("{ me { id } }"))).body()).contains("UNTRUSTED_DOCUMENT");
    }

    @Test
    void noOtherDocumentIsAnswered() {
        assertThat(ask(Map.of("query", "{ me { id } }")))
                .contains("UNTRUSTED_DOCUMENT")
                .doesNotContain("data");
        var named = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash("{ me { id } }")));
        assertThat(ask(Map.of("extensions", named))).contains("UNTRUSTED_DOCUMENT");
    }

    @Test
    void nobodyLooksAround() {
        assertThat(ask(Map.of("query", SCHEMA))).contains("BAD_REQUEST").doesNotContain("queryType\":{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphiql", "/graphiql/index.html", "/graphiql/welcome.graphql"})
    void graphiqlIsNotThere(String path) {
        assertThat(send(request(path)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"https://app.example.com, true", "https://elsewhere.example, false"})
    void onlyItsOwnSiteIsLetInByBrowsers(String site, boolean isLetIn) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql".formatted(port)))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", site)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type");
        assertThat(send(question)
                        .headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .isPresent())
                .isEqualTo(isLetIn);
    }

    @Test
    void aManifestThatIsNoneIsRefusedInOneSentence() throws IOException {
        assertThatThrownBy(() -> new TrustedDocuments(manifest(Map.of("abc", ME))))
                .hasMessageContaining("what stands under abc has another SHA-256");
        assertThatThrownBy(() -> new TrustedDocuments("nowhere.json")).hasMessageContaining("there is no such file");
        var text = Files.writeString(folder.resolve("text.json"), "[");
        assertThatThrownBy(() -> new TrustedDocuments(text.toString())).hasMessageContaining("it is no JSON object");
    }

    private static String named(String document) {
        var extensions = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash(document)));
        return Http.address(Map.of("extensions", JSON.writeValueAsString(extensions)));
    }

    private String ask(Map<String, ?> body) {
        var post = request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(post).body();
    }

    private HttpRequest.Builder request(String path) {
        var login = Base64.getEncoder().encodeToString("viewer:claimgraph".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Basic " + login);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String manifest(Map<String, String> documents) {
        try {
            return Files.writeString(
                            Files.createTempFile(folder, "documents", ".json"), JSON.writeValueAsString(documents))
                    .toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String hash(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

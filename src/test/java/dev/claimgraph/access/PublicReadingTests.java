package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.World;
import dev.claimgraph.api.EventStreamClient;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;

/** Whoever has no account reads what is published of claims, and nothing else. */
@ProviderTest
class PublicReadingTests {

    private static final String PUBLISHED = "{ publishableClaim(id: \"x\") { text withheld { code } } }";

    private final GraphQLSchema schema;
    private final URI graphQl;
    private Api api;

    @Autowired
    PublicReadingTests(GraphQlSource source, @LocalServerPort int port) {
        schema = source.schema();
        graphQl = URI.create("http://127.0.0.1:%d/graphql".formatted(port));
    }

    @BeforeEach
    void anApi() {
        api = new Api(graphQl.getPort());
    }

    @Test
    void whatIsPublishedIsAnswered() {
        assertThat(api.ask(Api.NOBODY, PUBLISHED, Map.of())
                        .at("/publishableClaim/withheld/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void noOtherOperationIs() {
        assertThat(Root.all(schema))
                .filteredOn(root -> !root.name().equals("Query.publishableClaim"))
                .allSatisfy(root -> assertThat(refused(root)).as(root.name()).contains("UNAUTHENTICATED"));
    }

    private String refused(Root root) {
        if (!root.isSubscription()) {
            return api.error(Api.NOBODY, root.document(), Map.of());
        }
        try (var stream = EventStreamClient.openWith(graphQl.getPort(), "", root.document())) {
            return stream.rest();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ __schema { queryType { name } } }", "{ __type(name: \"Claim\") { name } }"})
    void norIsTheSchema(String query) {
        assertThat(api.error(Api.NOBODY, query, Map.of())).isEqualTo("BAD_REQUEST");
        assertThat(api.raw(Api.NOBODY, query, Map.of()).has("data")).isFalse();
    }

    @Test
    void besideSomethingElseNothingIs() {
        var both = "{ publishableClaim(id: \"x\") { text } me { id } }";
        var answer = api.raw(Api.NOBODY, both, Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.get("data").isNull()).isTrue();
    }

    @Test
    void aPageThatPrintsAClaimAsksAgainEachTimeAndIsToldAtOnce() throws Exception {
        var world =
                new World(new Api(graphQl.getPort(), OpenIdProvider.running().logins()));
        var query = "{ publishableClaim(id: \"%s\") { text withheld { code message } } }".formatted(world.sizes);
        var printed = get(query, "");
        assertThat(printed.statusCode()).isEqualTo(200);
        assertThat(printed.body()).contains("Your biggest files sync.");
        assertThat(printed.headers().firstValue("Cache-Control")).hasValue("no-cache");
        var tag = printed.headers().firstValue("ETag").orElseThrow();
        assertThat(get(query, tag).statusCode()).isEqualTo(304);

        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        var withheld = get(query, tag);
        assertThat(withheld.statusCode()).isEqualTo(200);
        assertThat(withheld.body())
                .contains("FACT_CONTRADICTED")
                .doesNotContain("Your biggest files sync.", "Files of 50 GB sync.", "20 GB");
    }

    @Test
    void whoIsNotAnsweredIsToldToLogIn() throws Exception {
        var refused = get("{ claims { totalCount } }", "");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("UNAUTHENTICATED");
        assertThat(refused.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(refused.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void anAddressThatAsksTooOftenWaitsAndTheOthersDoNot() throws Exception {
        HttpResponse<String> answer;
        var asked = 0;
        do {
            answer = from("192.0.2.7");
            asked++;
        } while (answer.statusCode() == 200 && asked < 1000);
        assertThat(asked).isBetween(300, 500);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(answer.body()).contains("OVER_LIMIT");
        assertThat(from("192.0.2.8").statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressWaitsHoweverItWritesThePath() throws Exception {
        var encoded = URI.create("http://127.0.0.1:%d/%%67raphql".formatted(graphQl.getPort()));
        HttpResponse<String> answer;
        var asked = 0;
        do {
            answer = from("192.0.2.9", encoded);
            asked++;
        } while (answer.statusCode() == 200 && asked < 1000);
        assertThat(answer.statusCode()).isEqualTo(429);
    }

    private HttpResponse<String> get(String query, String tag) throws IOException, InterruptedException {
        var address = URI.create(graphQl + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(address);
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> from(String address) throws IOException, InterruptedException {
        return from(address, graphQl);
    }

    private static HttpResponse<String> from(String address, URI graphQl) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(graphQl)
                            .header("Content-Type", "application/json")
                            .header("X-Forwarded-For", address)
                            .POST(BodyPublishers.ofString("{\"query\": \"{ __typename }\"}"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}

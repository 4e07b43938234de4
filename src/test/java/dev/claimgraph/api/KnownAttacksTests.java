package dev.claimgraph.api;

import static dev.claimgraph.api.Http.code;
import static dev.claimgraph.api.Http.json;
import static dev.claimgraph.api.Http.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What others' tools try on every GraphQL service, tried on one that others can reach. */
@ClaimgraphTest
@TestPropertySource(properties = "claimgraph.explore=false")
class KnownAttacksTests {

    private static final String TYPE = "{ __typename }";

    private final Http http;

    KnownAttacksTests(@LocalServerPort int port) {
        this.http = Http.viewer(port);
    }

    /** Each of GraphQL Cop's detections, with what it sends. */
    @Nested
    class GraphQlCop {

        @Test
        void aliasOverloading() {
            var aliases = IntStream.rangeClosed(0, 100).mapToObj(i -> "alias%d:__typename".formatted(i));
            assertThat(overLimit(aliases.collect(Collectors.joining(" ", "{ ", " }"))))
                    .startsWith("The operation gives 101 aliases;");
        }

        @Test
        void arrayBasedQueryBatching() {
            var batch = Collections.nCopies(10, "{\"query\": \"query { __typename }\"}");
            var answer = http.post(batch.toString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("data");
        }

        @Test
        void fieldDuplication() {
            assertThat(overLimit("query { %s }".formatted("__typename ".repeat(500))))
                    .startsWith("The operation names 500 fields;");
        }

        @Test
        void directiveOverloading() {
            var unknown = ask("query { __typename %s }".formatted("@aa".repeat(10)));
            assertThat(json(unknown).get("errors")).hasSizeLessThanOrEqualTo(5);
            assertThat(json(unknown).has("data")).isFalse();
            assertThat(overLimit("query { %s }".formatted("__typename @skip(if: false) ".repeat(51))))
                    .startsWith("The operation uses 51 directives;");
        }

        @Test
        void introspectionBasedCircularQuery() {
            assertThat(refusal("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"))
                    .startsWith("Introspection is off here;");
        }

        @Test
        void circularFragment() {
            var circle = "{ me { ...A } } fragment A on Person { id ...B } fragment B on Person { ...A }";
            assertThat(refusal(circle)).isEqualTo("What stands here does not fit the schema.");
        }

        @Test
        void fieldSuggestions() {
            assertThat(ask("query { __schema { directive } }").body()).doesNotContainIgnoringCase("did you mean");
        }

        /** Queries are answered by GET, in a type that no page of another site can read, and change nothing. */
        @Test
        void getMethodQuerySupport() {
            var answer = http.get("{__typename}", "Origin", "https://elsewhere.example");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Http.header(answer, "Content-Type")).isEqualTo("application/json");
            assertThat(Http.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(Http.header(answer, "Access-Control-Allow-Origin")).isEmpty();
        }

        @Test
        void mutationOverGet() {
            assertThat(http.get("mutation {__typename}").statusCode()).isEqualTo(405);
        }

        @Test
        void urlEncodedQueryOverPost() {
            var form = http.post("query=query+%7B__typename%7D", "Content-Type", "application/x-www-form-urlencoded");
            assertThat(form.statusCode()).isEqualTo(415);
            var parameter = http.send("POST", Http.address(Map.of("query", TYPE)), "");
            assertThat(parameter.statusCode()).isEqualTo(415);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/graphiql", "/playground", "/console", "/graphql", "/", "/graphiql/index.html"})
        void graphQlIde(String path) {
            var page = http.send("GET", path, "", "Accept", "text/html");
            assertThat(page.statusCode()).isBetween(400, 499);
            assertThat(page.body()).doesNotContainIgnoringCase("graphiql").doesNotContainIgnoringCase("playground");
        }

        @Test
        void introspection() {
            assertThat(refusal("query { __schema { types { name fields { name } } } }"))
                    .startsWith("Introspection is off here;");
            assertThat(refusal("{ __type(name: \"Claim\") { fields { name } } }"))
                    .startsWith("Introspection is off here;");
        }

        @Test
        void traceMode() {
            var answer = json(ask("query { __typename }"));
            assertThat(answer.propertyNames()).containsExactly("data");
        }

        @Test
        void unhandledErrors() {
            var error = json(ask("qwerty cop { abc }")).at("/errors/0/extensions");
            assertThat(error.propertyNames()).containsExactlyInAnyOrder("code", "requestId");
        }
    }

    /** Each of GraphQL Armor's protections, against what it protects from. */
    @Nested
    class GraphQlArmor {

        @Test
        void characterLimit() {
            assertThat(ask("{ __typename } #" + "x".repeat(1_100_000)).statusCode())
                    .isEqualTo(413);
        }

        @Test
        void costLimit() {
            var pages =
                    "{ claims(first: 100) { nodes { substantiation { fact { claims(first: 100) { nodes { usages(first:"
                            + " 100) { nodes { id } } } } } } } } }";
            assertThat(overLimit(pages)).startsWith("The operation may be answered by");
        }

        @Test
        void maxAliases() {
            var aliases = IntStream.rangeClosed(0, 50).mapToObj(i -> "a%d: me { id }".formatted(i));
            assertThat(overLimit(aliases.collect(Collectors.joining(" ", "{ ", " }"))))
                    .startsWith("The operation gives 51 aliases;");
        }

        @Test
        void maxDepth() {
            var deep = "{ claim(key: \"none\") { %s id %s } }".formatted("supersededBy { ".repeat(19), "}".repeat(19));
            assertThat(overLimit(deep)).startsWith("The operation nests 21 fields;");
        }

        @Test
        void maxDirectives() {
            assertThat(overLimit("{ me { %s } }".formatted("id @include(if: true) ".repeat(51))))
                    .startsWith("The operation uses 51 directives;");
        }

        @Test
        void maxTokens() {
            assertThat(refusal("{ me { id %s } }".formatted("id ".repeat(6_000))))
                    .contains("5,000");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{ clam(key: \"x\") { id } }",
                    "{ claim(kee: \"x\") { id } }",
                    "{ claim(key: \"x\") { standng } }",
                    "{ claims(filter: {status: APROVED}) { totalCount } }",
                    "{ claims(orderBy: {feld: X}) { totalCount } }",
                    "{ node(id: \"x\") { ... on Clam { id } } }",
                    "query($x: ClaimFilte) { me { id } }",
                    "mutation { approveClaim(input: {}) { problems { code } } }"
                })
        void blockFieldSuggestions(String misspelt) {
            assertThat(refusal(misspelt)).isEqualTo("What stands here does not fit the schema.");
        }
    }

    private HttpResponse<String> ask(String document) {
        return http.post(Map.of("query", document));
    }

    private String overLimit(String document) {
        var answer = ask(document);
        assertThat(code(answer)).isEqualTo("OVER_LIMIT");
        return sentence(answer);
    }

    private String refusal(String document) {
        var answer = ask(document);
        assertThat(code(answer)).isEqualTo("BAD_REQUEST");
        assertThat(json(answer).has("data")).isFalse();
        return sentence(answer);
    }
}

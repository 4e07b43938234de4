package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.Forbidden;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionSystemException;

class FailureTests {

    private static final String SCHEMA = """
        type Query { fail(how: String!): String take(input: In!): String never: String! color(value: Color): String }
        input In { size: Int! }
        enum Color { RED GREEN }
        """;

    private final GraphQlTester graphQl = SmallApi.of(SCHEMA, new Failing());

    @ParameterizedTest
    @CsvSource({
        "forbidden, FORBIDDEN, You may not do this.",
        "bad, BAD_REQUEST, first is too large.",
        "later, BAD_REQUEST, first is too large.",
        "crowded, UNAVAILABLE, The graph cannot be reached at the moment; try again.",
        "lost, UNAVAILABLE, The graph cannot be reached at the moment; try again.",
        "ended, TIMEOUT, This took too long and was ended; ask for less at a time.",
        "slow, TIMEOUT, This took too long and was ended; ask for less at a time."
    })
    void callersHearWhatTheyCanActOn(String how, String code, String message) {
        var error = error("{ fail(how: \"%s\") }".formatted(how));
        assertThat(error.getExtensions()).containsOnlyKeys("code", "requestId").containsEntry("code", code);
        assertThat(error.getMessage()).isEqualTo(message);
        assertThat(error.getParsedPath()).containsExactly("fail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ fail(how: \"bug\") }", "{ never }"})
    void callersHearNothingOfOurInsides(String query) {
        var error = error(query);
        assertThat(error.getExtensions()).containsEntry("code", "INTERNAL").containsKey("requestId");
        assertThat(error.getMessage())
                .contains("under the request's id")
                .doesNotContain("MATCH", "Exception", "java", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ fail(how: ",
                "{ nothing }",
                "{ fail }",
                "{ color(value: BLUE) }",
                "query A { never } query B { never }",
                "mutation { never }",
                "{ take(input: {size: 0}) }"
            })
    void badDocumentsAreBadRequests(String query) {
        assertThat(error(query).getExtensions())
                .containsEntry("code", "BAD_REQUEST")
                .containsKey("requestId");
    }

    @ParameterizedTest
    @CsvSource({
        "{ color(value: BLUE) }",
        "{ color(value: 3) }",
        "{ take(input: {size: RED}) }",
        "{ take(input: {}) }",
        "{ take(input: {sise: [{a: 1}]}) }"
    })
    void whatIsWrongWithADocumentIsSaidInItsOwnWords(String query) {
        assertThat(error(query).getMessage()).doesNotContain("Validation error").doesNotContainPattern("\\w\\{");
    }

    @Test
    void anInputThatRefusesItselfSaysWhy() {
        assertThat(error("{ take(input: {size: 0}) }").getMessage()).isEqualTo("size must be positive");
    }

    private ResponseError error(String query) {
        var found = new ResponseError[1];
        graphQl.document(query).execute().errors().satisfy(errors -> {
            assertThat(errors).hasSize(1);
            found[0] = errors.getFirst();
        });
        return found[0];
    }

    record In(int size) {

        In {
            if (size < 1) {
                throw new IllegalArgumentException("size must be positive");
            }
        }
    }

    @Controller
    static class Failing {

        @QueryMapping
        CompletableFuture<String> fail(@Argument String how) {
            return switch (how) {
                case "forbidden" -> throw new Forbidden();
                case "bad" -> throw new BadArgument("first is too large.");
                case "later" ->
                    CompletableFuture.failedFuture(
                            new CompletionException(new CompletionException(new BadArgument("first is too large."))));
                case "slow" ->
                    throw new IllegalStateException(new ClientException(
                            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "secret"));
                case "ended" ->
                    throw new TransactionSystemException(
                            "commit", new ClientException("Neo.ClientError.Transaction.Terminated", "secret"));
                case "lost" ->
                    throw new DataAccessResourceFailureException("bolt", new ServiceUnavailableException("secret"));
                case "crowded" ->
                    throw new IllegalStateException(
                            new ClientException("Unable to acquire connection from the pool within secret"));
                default -> throw new IllegalStateException("MATCH (secret) RETURN secret");
            };
        }

        @QueryMapping
        String take(@Argument In input) {
            return "" + input.size();
        }

        @QueryMapping
        @Nullable
        String never() {
            return null;
        }

        @QueryMapping
        @Nullable
        String color(@Argument @Nullable String value) {
            return value;
        }
    }
}

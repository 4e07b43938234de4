package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.stereotype.Controller;

class PageArgumentsTests {

    private static final String SCHEMA = """
        type Query {
          numbers(first: Int, after: String, last: Int, before: String, filter: Filter, orderBy: Order): Numbers!
          others(first: Int, after: String): Numbers!
        }
        input Filter { even: Boolean above: Int below: Int }
        input Order { field: String direction: Direction! }
        enum Direction { ASC DESC }
        type Numbers { nodes: [Int!]! pageInfo: PageInfo! totalCount: Int! }
        type PageInfo { startCursor: String endCursor: String }
        """;

    private final Numbers controller = new Numbers();
    private final GraphQlTester graphQl = SmallApi.of(SCHEMA, controller);

    @Test
    void whatIsLeftOutHasADefault() {
        ask("numbers");
        assertThat(page().limit()).isEqualTo(20);
        assertThat(page().backward()).isFalse();
        assertThat(page().descending()).isFalse();
        assertThat(page().counted()).isFalse();
    }

    @Test
    void theOrderMayBeTurned() {
        ask("numbers(orderBy: {direction: DESC}, last: 3)");
        assertThat(page().descending()).isTrue();
        assertThat(page().backward()).isTrue();
        assertThat(page().limit()).isEqualTo(3);
    }

    @Test
    void totalsAreAskedForBySelectingThem() {
        graphQl.document("{ numbers { ...some } } fragment some on Numbers { totalCount }")
                .executeAndVerify();
        assertThat(page().counted()).isTrue();
    }

    @Test
    void aCursorLeadsOn() {
        var end = ask("numbers(first: 5, filter: {above: 0, even: true})");
        ask("numbers(first: 7, after: \"%s\", filter: {even: true, below: null, above: 0})".formatted(end));
        assertThat(Objects.requireNonNull(page().after()).key()).isEqualTo("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "others(after: \"%s\")",
                "numbers(after: \"%s\")",
                "numbers(after: \"%s\", filter: {even: false})",
                "numbers(after: \"%s\", filter: {even: true, above: 1})",
                "numbers(after: \"%s\", filter: {even: true}, orderBy: {direction: DESC})",
                "numbers(before: \"%s\", filter: {})",
                "numbers(after: \"garbage%%%s\", filter: {even: true})",
                "numbers(after: \"\", filter: {even: true}) # %s"
            })
    void aCursorOfAnotherListFilterOrOrderIsRefused(String field) {
        refused(field.formatted(ask("numbers(filter: {even: true})")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first: 0", "first: -1", "first: 101", "last: 101", "first: 1, last: 1"})
    void aSizeOutOfBoundsIsRefused(String size) {
        refused("numbers(%s)".formatted(size));
    }

    private String ask(String field) {
        return graphQl.document("{ answer: %s { nodes pageInfo { endCursor } } }".formatted(field))
                .execute()
                .path("answer.pageInfo.endCursor")
                .entity(String.class)
                .get();
    }

    private void refused(String field) {
        graphQl.document("{ answer: %s\n { nodes } }".formatted(field))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .extracting(error -> error.getExtensions().get("code"))
                        .isEqualTo("BAD_REQUEST"));
    }

    private PageRequest page() {
        return controller.asked.getLast();
    }

    @Controller
    static class Numbers {

        private final List<PageRequest> asked = new ArrayList<>();

        @QueryMapping
        Connection<Integer> numbers(PageRequest page) {
            asked.add(page);
            var rows = IntStream.rangeClosed(0, page.limit()).boxed().toList();
            return Connection.of(page, rows, String::valueOf, String::valueOf, () -> 1_000);
        }

        @QueryMapping
        Connection<Integer> others(PageRequest page) {
            return numbers(page);
        }
    }
}

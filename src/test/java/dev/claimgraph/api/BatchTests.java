package dev.claimgraph.api;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.stereotype.Controller;

class BatchTests {

    private static final String SCHEMA = """
        type Query { shelves(count: Int!): [Shelf!]! }
        type Shelf { id: ID! books(first: Int, after: String, genre: String): Books! label: Label! broken: Label }
        type Books { nodes: [Book!]! totalCount: Int! pageInfo: PageInfo! }
        type Book { title: String! shelf: Shelf! }
        type Label { text: String! }
        type PageInfo { endCursor: String }
        """;

    private final Library library = new Library();
    private final GraphQlTester graphQl = SmallApi.of(SCHEMA, library);

    @Test
    void readsAFieldOfAllParentsAtOnce() {
        titles("{ shelves(count: 50) { books(first: 1) { nodes { title } } } }", "shelves[*].books.nodes[*].title")
                .hasSize(50)
                .contains("shelf0/0", "shelf49/0");
        assertThat(library.calls).containsExactly("books of 50");
    }

    @Test
    void readsThroughAnyNumberOfLevels() {
        var query = """
            { shelves(count: 9) { label { text } books(first: 2) { nodes { title shelf {
              label { text } books(first: 1) { nodes { title } } } } } } }\
            """;
        titles(query, "shelves[*].books.nodes[*].shelf.books.nodes[*].title").hasSize(18);
        assertThat(library.calls)
                .containsExactlyInAnyOrder("books of 9", "labels of 9", "shelves of 18", "books of 9", "labels of 9");
    }

    @Test
    void readsApartWhatIsAskedForDifferently() {
        var query = """
            { shelves(count: 3) { a: books(first: 1) { nodes { title } } b: books(first: 2) { nodes { title } }
              c: books(first: 1) { nodes { title } } d: books(first: 1) { totalCount } } }\
            """;
        titles(query, "shelves[*].b.nodes[*].title").hasSize(6);
        assertThat(library.calls).containsExactlyInAnyOrder("books of 3", "books of 3", "books of 3");
    }

    @Test
    void givesAnEmptyPageToAParentThatWasLeftOut() {
        titles(
                        "{ shelves(count: 3) { books(genre: \"poetry\") { nodes { title } } } }",
                        "shelves[*].books.nodes[*].title")
                .isEmpty();
    }

    @Test
    void readsAnewWhatWasReadBefore() {
        for (var i = 0; i < 2; i++) {
            titles("{ shelves(count: 1) { books { nodes { title } } } }", "shelves[*].books.nodes[*].title");
        }
        assertThat(library.calls).containsExactly("books of 1", "books of 1");
    }

    @Test
    void failsAlone() {
        var answer = graphQl.document("{ shelves(count: 2) { label { text } broken { text } } }")
                .execute();
        answer.errors().satisfy(errors -> assertThat(errors).hasSize(2));
        answer.path("shelves[*].label.text").entityList(String.class).hasSize(2);
    }

    private ListAssert<String> titles(String query, String path) {
        return assertThat(graphQl.document(query)
                .execute()
                .path(path)
                .entityList(String.class)
                .get());
    }

    record Shelf(String id) {}

    record Book(String title, String shelfId) {}

    record Label(String text) {}

    @Controller
    static class Library {

        private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

        @QueryMapping
        List<Shelf> shelves(@Argument int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> new Shelf("shelf" + i))
                    .toList();
        }

        @SchemaMapping
        CompletableFuture<Connection<Book>> books(
                Shelf shelf, @Argument String genre, PageRequest page, DataFetchingEnvironment field) {
            return genre == null
                    ? Batch.connection(field, shelf.id(), page, this::booksOf)
                    : Batch.connection(field, shelf.id(), page, (ids, ofPage) -> Map.of());
        }

        @SchemaMapping
        CompletableFuture<Shelf> shelf(Book book, DataFetchingEnvironment field) {
            return Batch.one(field, book, books -> {
                calls.add("shelves of " + books.size());
                return books.stream().collect(toMap(it -> it, it -> new Shelf(it.shelfId())));
            });
        }

        @SchemaMapping
        CompletableFuture<Label> label(Shelf shelf, DataFetchingEnvironment field) {
            return Batch.one(field, shelf.id(), ids -> {
                calls.add("labels of " + ids.size());
                return ids.stream().collect(toMap(id -> id, Label::new));
            });
        }

        @SchemaMapping
        CompletableFuture<Label> broken(Shelf shelf, DataFetchingEnvironment field) {
            return Batch.one(field, shelf.id(), ids -> {
                throw new IllegalStateException("broken");
            });
        }

        private Map<String, Connection<Book>> booksOf(Collection<String> shelves, PageRequest page) {
            calls.add("books of " + shelves.size());
            return shelves.stream().collect(toMap(id -> id, id -> {
                var books = IntStream.rangeClosed(0, page.limit())
                        .mapToObj(i -> new Book(id + "/" + i, id))
                        .toList();
                return Connection.of(page, books, Book::title, Book::title, () -> 1000);
            }));
        }
    }
}

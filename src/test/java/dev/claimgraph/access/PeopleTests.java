package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;

@ClaimgraphTest
class PeopleTests {

    private static final String LIST = """
        query ($filter: PersonFilter, $first: Int, $after: String, $last: Int, $before: String) {
          people(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
            edges { cursor node { id } }
            nodes { name roles }
            pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
            totalCount
          }
        }
        """;

    private final HttpGraphQlTester graphQl;
    private final People people;
    private final LocalPeople locals;

    @Autowired
    PeopleTests(HttpGraphQlTester graphQl, People people, LocalPeople locals) {
        this.graphQl = as(graphQl, "viewer");
        this.people = people;
        this.locals = locals;
    }

    private static HttpGraphQlTester as(HttpGraphQlTester graphQl, String account) {
        return graphQl.mutate()
                .headers(headers -> headers.setBasicAuth(account, "claimgraph"))
                .build();
    }

    @Test
    void everyLocalAccountIsAPerson() {
        assertThat(names(list(Map.of("first", 100))))
                .contains(
                        "Ada Admin",
                        "Anna Approver",
                        "Chris Contributor",
                        "Max Marketer",
                        "Olivia Owner",
                        "Vera Viewer");
    }

    @Test
    void theCallerLearnsWhoTheyAre() {
        var me = as(graphQl, "owner").document("{ me { id name roles } }").execute();
        me.path("me.id")
                .entity(String.class)
                .isEqualTo(people.actor("owner").orElseThrow().id());
        me.path("me.name").entity(String.class).isEqualTo("Olivia Owner");
        me.path("me.roles").entityList(String.class).containsExactly("PRODUCT_OWNER");
    }

    @Test
    void peopleAreFoundByIdAndAsNodes() {
        var id = people.actor("viewer").orElseThrow().id();
        var query = "{ person(id: \"%1$s\") { name } node(id: \"%1$s\") { __typename id ... on Person { name } } none:"
                + " person(id: \"x\") { id } }";
        var found = graphQl.document(query.formatted(id)).execute();
        found.path("person.name").entity(String.class).isEqualTo("Vera Viewer");
        found.path("node")
                .entity(new ParameterizedTypeReference<Map<String, String>>() {})
                .isEqualTo(Map.of("__typename", "Person", "id", id, "name", "Vera Viewer"));
        found.path("none").valueIsNull();
    }

    @Test
    void peopleAreFoundByRoleAndName() {
        assertThat(names(list(Map.of("filter", Map.of("role", "APPROVER"))))).contains("Anna Approver");
        assertThat(names(list(Map.of("filter", Map.of("name", "VERA"))))).containsExactly("Vera Viewer");
        assertThat(names(list(Map.of("filter", Map.of("role", "APPROVER", "name", "vera")))))
                .isEmpty();
    }

    @Test
    void pagesLeadForwardAndBack() {
        var all = names(list(Map.of("first", 100)));
        var first = list(Map.of("first", 2));
        assertThat(names(first)).isEqualTo(all.subList(0, 2));
        first.path("people.pageInfo.hasNextPage").entity(Boolean.class).isEqualTo(true);
        first.path("people.totalCount").entity(Integer.class).matches(total -> total >= all.size());
        var next = list(Map.of("first", all.size() - 2, "after", cursor(first, "endCursor")));
        assertThat(names(next)).isEqualTo(all.subList(2, all.size()));
        var back = list(Map.of("last", 1, "before", cursor(next, "startCursor")));
        assertThat(names(back)).isEqualTo(all.subList(1, 2));
        back.path("people.pageInfo.hasPreviousPage").entity(Boolean.class).isEqualTo(true);
    }

    @Test
    void startingAgainMakesNobodyTwice() {
        var before = people.actor("viewer");
        locals.start();
        assertThat(people.actor("viewer")).isEqualTo(before);
        assertThat(names(list(Map.of("filter", Map.of("name", "Vera Viewer"))))).hasSize(1);
    }

    private GraphQlTester.Response list(Map<String, Object> variables) {
        return graphQl.document(LIST).variables(variables).execute();
    }

    private static List<String> names(GraphQlTester.Response list) {
        return list.path("people.nodes[*].name").entityList(String.class).get();
    }

    private static String cursor(GraphQlTester.Response list, String end) {
        return list.path("people.pageInfo." + end).entity(String.class).get();
    }
}

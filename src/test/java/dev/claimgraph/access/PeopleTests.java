package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    @Autowired
    PeopleTests(HttpGraphQlTester graphQl) {
        this.graphQl = as(graphQl, "viewer");
    }

    static HttpGraphQlTester as(HttpGraphQlTester graphQl, String account) {
        return graphQl.mutate()
                .headers(headers -> headers.setBasicAuth(account, "claimgraph"))
                .build();
    }

    @Test
    void everyLocalAccountIsAPerson() {
        graphQl.document(LIST)
                .execute()
                .path("people.nodes[*].name")
                .entityList(String.class)
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
        me.path("me.name").entity(String.class).isEqualTo("Olivia Owner");
        me.path("me.roles").entityList(String.class).containsExactly("PRODUCT_OWNER");
        me.path("me.id").entity(String.class).satisfies(id -> assertThat(id).startsWith("person_"));
    }
}

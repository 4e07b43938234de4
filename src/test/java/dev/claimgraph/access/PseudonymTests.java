package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.neo4j.core.Neo4jClient;
import tools.jackson.databind.JsonNode;

/** A person who leaves is forgotten, and what they did is not. */
@ClaimgraphTest
class PseudonymTests {

    private static final String FORGET = """
        mutation ($id: ID!) {
          pseudonymisePerson(input: {personId: $id}) { person { id name roles } problems { code path } }
        }
        """;

    private final People people;
    private final Neo4jClient neo4j;
    private Api api;

    @Autowired
    PseudonymTests(People people, Neo4jClient neo4j) {
        this.people = people;
        this.neo4j = neo4j;
    }

    @BeforeEach
    void anApi(@LocalServerPort int port) {
        api = new Api(port);
    }

    @Test
    void nothingLeadsFromTheirIdToTheirName() {
        var leaver = people.seen(
                new Identity("https://idp.example.com#subject-of-quentin", "Quentin Leaver", Set.of(), null, null));
        var forgotten = forget("admin", leaver.id());
        assertThat(forgotten.at("/person/id").asString()).isEqualTo(leaver.id());
        assertThat(forgotten.at("/person/name").asString()).isEqualTo("Former colleague");
        var anywhere =
                "MATCH (n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $text) RETURN count(n)";
        for (var text : new String[] {"Quentin", "subject-of-quentin"}) {
            assertThat(neo4j.query(anywhere)
                            .bind(text)
                            .to("text")
                            .fetchAs(Long.class)
                            .one())
                    .as(text)
                    .hasValue(0L);
        }
    }

    @Test
    void theirHistoryStaysWhole() {
        var leaver = people.seen(new Identity("https://idp.example.com#4712", "Paula Leaver", Set.of(), null, null));
        forget("admin", leaver.id());
        var query =
                "query ($id: ID!) { node(id: $id) { history { nodes { action by { id name } previousHash hash } } } }";
        var changes = api.ask("viewer", query, Map.of("id", leaver.id())).at("/node/history/nodes");
        assertThat(changes.findValuesAsString("action")).containsExactly("joinPerson", "pseudonymisePerson");
        assertThat(changes.at("/0/by/id").asString()).isEqualTo(leaver.id());
        assertThat(changes.at("/0/by/name").asString()).isEqualTo("Former colleague");
        assertThat(changes.at("/1/by/name").asString()).isEqualTo("Ada Admin");
        assertThat(changes.at("/1/previousHash")).isEqualTo(changes.at("/0/hash"));
    }

    @Test
    void whoeverComesWithTheirAccountLaterIsSomebodyElse() {
        var identity = new Identity("https://idp.example.com#4713", "Ruth Returner", Set.of(), null, null);
        var left = people.seen(identity);
        forget("admin", left.id());
        assertThat(people.seen(identity).id()).isNotEqualTo(left.id());
    }

    @Test
    void whoIsSeenInThatMomentIsForgottenAllTheSame() {
        for (var round = 0; round < 10; round++) {
            var account = "https://idp.example.com#leaving " + round;
            var left = people.seen(new Identity(account, "Leah Leaver", Set.of(), null, null));
            AtOnce.<Object>all(List.of(
                    () -> forget("admin", left.id()),
                    () -> people.seen(new Identity(account, "Leah Lingerer", Set.of(), null, null))));
            assertThat(people.byId(left.id()).orElseThrow().name()).isEqualTo("Former colleague");
        }
    }

    @Test
    void whoIsForgottenJoinsNoTeamAndIsForgottenOnce() {
        var left = people.seen(new Identity("https://idp.example.com#4714", "Tessa Leaver", Set.of(), null, null));
        forget("admin", left.id());
        var team = "mutation ($id: ID!) { createTeam(input: {key: \"former\", name: \"Former\", memberIds: [$id]}) {"
                + " problems { code } } }";
        assertThat(api.ask("admin", team, Map.of("id", left.id()))
                        .at("/createTeam/problems/0/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
        forget("admin", left.id());
        var query = "query ($id: ID!) { node(id: $id) { history { totalCount } } }";
        assertThat(api.ask("viewer", query, Map.of("id", left.id()))
                        .at("/node/history/totalCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void onlyAdminsForgetAndNeverThemselves() {
        var admin = person("admin");
        var viewer = person("viewer");
        assertThat(api.error("owner", FORGET, Map.of("id", viewer))).isEqualTo("FORBIDDEN");
        assertThat(forget("admin", admin).at("/problems/0/code").asString()).isEqualTo("SAME_PERSON");
        var unknown = forget("admin", "x").at("/problems/0");
        assertThat(unknown.get("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(Api.texts(unknown.get("path"))).containsExactly("personId");
        var feature = Input.to("CreateProduct").with("key", "pseudonym").with("name", "Wrong");
        var id = api.done("owner", feature).at("/product/id").asString();
        assertThat(forget("admin", id).at("/problems/0/code").asString()).isEqualTo("WRONG_TYPE");
    }

    private JsonNode forget(String account, String id) {
        return api.ask(account, FORGET, Map.of("id", id)).get("pseudonymisePerson");
    }

    private String person(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }
}

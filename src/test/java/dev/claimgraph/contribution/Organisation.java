package dev.claimgraph.contribution;

import dev.claimgraph.Api;
import dev.claimgraph.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who decides in which area, as an admin says so, and what waits there. */
record Organisation(Api api) {

    private static final String ASSIGN = """
        mutation($input: AssignStewardInput!) {
          assignSteward(input: $input) {
            area { id kind product { id } steward { id } }
            problems { code message path }
          }
        }
        """;

    private static final String CONTRIBUTION = """
        id kind status text note name key subject { id } fact { id } evidence { title excerpt }
        area { id kind product { id } steward { id } } by { name } at
        decision { by { name } at reason }
        became {
          ... on Fact { id statement kind standing recordedBy { name } contribution { by { name } } evidence { title excerpt } }
          ... on MarketProblem { id key name summary owner { id } contribution { id by { name } } }
        }
        """;

    /** @param stewardId null for nobody */
    JsonNode steward(String kind, @Nullable String productId, @Nullable String stewardId) {
        var input = new HashMap<String, Object>();
        input.put("kind", kind);
        input.put("productId", productId);
        input.put("stewardId", stewardId);
        return api.ask("admin", ASSIGN, Map.of("input", input))
                .get("assignSteward")
                .get("area");
    }

    String team(String key, String... members) {
        var document = "mutation($input: CreateTeamInput!) { createTeam(input: $input) { team { id } } }";
        var input = Map.of("key", key, "name", "Team " + key, "memberIds", List.of(members));
        return api.ask("admin", document, Map.of("input", input))
                .at("/createTeam/team/id")
                .asString();
    }

    void join(String team, String person) {
        var document = "mutation($input: TeamMembersInput!) { addTeamMembers(input: $input) { problems { code } } }";
        api.ask("admin", document, Map.of("input", Map.of("teamId", team, "personIds", List.of(person))));
    }

    String me(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }

    /** Sends a mutation of contributions that has to be done, and gives the contribution. */
    JsonNode done(String account, Input input) {
        var mutation = Character.toLowerCase(input.mutation().charAt(0))
                + input.mutation().substring(1);
        var document =
                "mutation($input: %sInput!) { %s(input: $input) { contribution { %s } problems { code message path } } }"
                        .formatted(input.mutation(), mutation, CONTRIBUTION);
        var payload =
                api.ask(account, document, Map.of("input", input.fields())).get(mutation);
        if (!payload.get("problems").isEmpty()) {
            throw new AssertionError(input.mutation() + " was refused: " + payload.get("problems"));
        }
        return payload.get("contribution");
    }

    String offered(String account, Input contribute) {
        return done(account, contribute).get("id").asString();
    }

    JsonNode contribution(String id) {
        var document = "query($id: ID!) { contribution(id: $id) { %s } }".formatted(CONTRIBUTION);
        return api.ask("viewer", document, Map.of("id", id)).get("contribution");
    }

    /** The ids of what a filter finds, up to a hundred. */
    List<String> found(String account, Map<String, Object> filter) {
        var document =
                "query($filter: ContributionFilter) { contributions(filter: $filter, last: 100) { nodes { id } } }";
        return api.ask(account, document, Map.of("filter", filter)).findValuesAsString("id");
    }

    static Input contribute(String kind, String text) {
        return Input.to("Contribute").with("kind", kind).with("text", text);
    }

    static Input accept(String contribution) {
        return Input.to("AcceptContribution").with("contributionId", contribution);
    }

    static Input decline(String contribution) {
        return Input.to("DeclineContribution")
                .with("contributionId", contribution)
                .with("reason", "We know it already.");
    }
}

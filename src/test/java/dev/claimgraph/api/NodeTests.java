package dev.claimgraph.api;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.Typed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

class NodeTests {

    private static final String SCHEMA = """
        type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! }
        interface Node { id: ID! }
        type Claim implements Node { id: ID! }
        type Feature implements Node { id: ID! }
        type Persona implements Node { id: ID! }
        """;

    private final Source claims = new Source(Set.of("claim"));
    private final Source subjects = new Source(Set.of("feature", "persona"));
    private final GraphQlTester graphQl = SmallApi.of(SCHEMA, new NodeController(List.of(claims, subjects)));
    private final String claim = Id.next("claim");
    private final String feature = Id.next("feature");
    private final String persona = Id.next("persona");

    @Test
    void findsAThingOfAnyKind() {
        assertThat(types("a: node(id: \"%s\") { __typename } b: node(id: \"%s\") { __typename }", claim, persona))
                .isEqualTo(Map.of("a", Map.of("__typename", "Claim"), "b", Map.of("__typename", "Persona")));
    }

    @Test
    void hasNothingForAnUnknownIdOrNone() {
        var gone = Id.next("claim");
        claims.gone.add(gone);
        assertThat(types("a: node(id: \"%s\") { id } b: node(id: \"garbage\") { id }", gone))
                .hasSize(2)
                .containsEntry("a", null)
                .containsEntry("b", null);
        assertThat(types("a: node(id: \"%s\") { id }", Id.next("person"))).containsEntry("a", null);
    }

    @Test
    void keepsTheOrderWithGaps() {
        var ids = "\"%s\", \"none\", \"%s\", \"%s\", \"%s\"".formatted(feature, claim, persona, claim);
        assertThat(types("nodes(ids: [%s]) { id }", ids).get("nodes"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(
                        Map.of("id", feature), null, Map.of("id", claim), Map.of("id", persona), Map.of("id", claim));
    }

    @Test
    void asksEachModuleOnce() {
        types(
                "nodes(ids: [\"%s\", \"%s\"]) { id } a: node(id: \"%s\") { id } b: node(id: \"%s\") { id }",
                claim, feature, Id.next("claim"), persona);
        assertThat(claims.calls).containsExactly(2);
        assertThat(subjects.calls).containsExactly(2);
    }

    @Test
    void takesAHundredIdsAtMost() {
        var ids = String.join(", ", Collections.nCopies(101, "\"x\""));
        graphQl.document("{ nodes(ids: [%s]) { id } }".formatted(ids))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "BAD_REQUEST")));
    }

    private Map<String, Object> types(String fields, Object... ids) {
        return graphQl.document("{ " + fields.formatted(ids) + " }")
                .execute()
                .path("")
                .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
    }

    record Claim(String id) {}

    record Subject(String id) implements Typed {

        @Override
        public String typename() {
            return id.startsWith("feature") ? "Feature" : "Persona";
        }
    }

    private static class Source implements NodeSource {

        private final Set<String> kinds;
        private final Set<String> gone = new HashSet<>();
        private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());

        Source(Set<String> kinds) {
            this.kinds = kinds;
        }

        @Override
        public Set<String> kinds() {
            return kinds;
        }

        @Override
        public Map<String, ?> byId(Collection<String> ids) {
            calls.add(ids.size());
            return ids.stream()
                    .filter(id -> !gone.contains(id))
                    .collect(toMap(identity(), id -> id.startsWith("claim") ? new Claim(id) : new Subject(id)));
        }
    }
}

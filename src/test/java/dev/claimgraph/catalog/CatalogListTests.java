package dev.claimgraph.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Lists of products and of each type of subject: what their filters keep, and their orders. */
@ClaimgraphTest
class CatalogListTests {

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Product", "Feature", "Persona", "MarketProblem", "Competitor"})
    void aListHasWhatItsFilterSays(String type) {
        var admin = api.ask("admin", "{ me { id } }", Map.of()).at("/me/id").asString();
        create(type, "one", "First " + world.name, Map.of());
        create(type, "two", "Second " + world.name, Map.of("ownerId", admin));
        assertThat(keys(type, Map.of("keys", List.of(key("two"), key("none"))))).containsExactly("two");
        assertThat(keys(type, Map.of("keys", List.of()))).isEmpty();
        assertThat(keys(type, Map.of("name", ("RST " + world.name).toUpperCase())))
                .containsExactly("one");
        assertThat(keys(type, Map.of("name", world.name, "ownerId", admin))).containsExactly("two");
        assertThat(keys(type, Map.of("keys", List.of(key("one")), "ownerId", admin)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Product", "Feature", "Persona", "MarketProblem", "Competitor"})
    void aListRunsByCreationOrByNameInEitherDirection(String type) {
        create(type, "one", world.name + " b", Map.of());
        create(type, "two", world.name + " a", Map.of());
        create(type, "three", world.name + " b", Map.of());
        create(type, "four", world.name + " c", Map.of());
        assertThat(pages(type, "CREATED_AT", "ASC")).containsExactly("one", "two", "three", "four");
        assertThat(pages(type, "CREATED_AT", "DESC")).containsExactly("four", "three", "two", "one");
        assertThat(pages(type, "NAME", "ASC")).containsExactly("two", "one", "three", "four");
        assertThat(pages(type, "NAME", "DESC")).containsExactly("four", "three", "one", "two");
        assertThat(keys(type, Map.of("name", world.name))).containsExactly("one", "two", "three", "four");
    }

    @Test
    void featuresAreFoundByProductAndLifecycle() {
        create("Feature", "plan", "Plan", Map.of("lifecycle", "PLANNED"));
        create("Feature", "beta", "Beta", Map.of("lifecycle", "BETA"));
        var ours = List.of(world.name, "none");
        assertThat(keys("Feature", Map.of("productKeys", ours))).containsExactly("sync", "share", "plan", "beta");
        assertThat(keys("Feature", Map.of("productKeys", ours, "lifecycle", List.of("PLANNED", "BETA"))))
                .containsExactly("plan", "beta");
        assertThat(keys("Feature", Map.of("productKeys", List.of("none")))).isEmpty();
    }

    @Test
    void marketProblemsAreFoundByWhoHasThemAndWhatSolvesThem() {
        create("MarketProblem", "had", "Had", Map.of("personaIds", List.of(world.persona)));
        create(
                "MarketProblem",
                "solved",
                "Solved",
                Map.of("personaIds", List.of(world.persona), "featureIds", List.of(world.sync)));
        var personas = List.of(world.name, "none");
        var features = List.of(key("sync"), key("share"));
        assertThat(keys("MarketProblem", Map.of("personaKeys", personas))).containsExactly("had", "solved");
        assertThat(keys("MarketProblem", Map.of("featureKeys", features))).containsExactly("solved");
        assertThat(keys("MarketProblem", Map.of("personaKeys", personas, "featureKeys", List.of(key("share")))))
                .isEmpty();
    }

    private void create(String type, String key, String name, Map<String, Object> more) {
        var fields = new HashMap<>(more);
        fields.put("key", key(key));
        fields.put("name", name);
        if (type.equals("Feature")) {
            fields.put("productId", world.product);
        }
        api.done("owner", new Input("Create" + type, fields));
    }

    private String key(String key) {
        return world.name + "." + key;
    }

    private List<String> keys(String type, Map<String, ?> filter) {
        return keys(page(type, Map.of("filter", filter)));
    }

    /** The whole list, two at a time. */
    private List<String> pages(String type, String field, String direction) {
        var variables = new HashMap<String, Object>(Map.of(
                "filter", Map.of("name", world.name),
                "order", Map.of("field", field, "direction", direction),
                "first", 2));
        var first = page(type, variables);
        assertThat(first.get("totalCount").asInt()).isEqualTo(4);
        variables.put("after", first.at("/pageInfo/endCursor").asString());
        var second = page(type, variables);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        var all = new ArrayList<>(keys(first));
        all.addAll(keys(second));
        return all;
    }

    private JsonNode page(String type, Map<String, ?> variables) {
        var document = """
            query($filter: %1$sFilter, $order: CatalogOrder, $first: Int, $after: String) {
              list: %2$ss(filter: $filter, orderBy: $order, first: $first, after: $after) {
                nodes { key } pageInfo { hasNextPage endCursor } totalCount
              }
            }
            """.formatted(type, Character.toLowerCase(type.charAt(0)) + type.substring(1));
        return api.ask("viewer", document, variables).get("list");
    }

    private List<String> keys(JsonNode page) {
        return page.get("nodes").findValuesAsString("key").stream()
                .map(key -> key.substring(world.name.length() + 1))
                .toList();
    }
}

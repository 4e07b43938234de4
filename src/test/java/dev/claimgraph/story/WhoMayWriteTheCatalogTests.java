package dev.claimgraph.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Contract;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Product owners and admins create products and subjects; of those who may, only the owner and admins revise them or give them away. */
@ClaimgraphTest
class WhoMayWriteTheCatalogTests {

    private World world;
    private Api api;
    private String admin;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
        admin = api.ask("admin", "{ me { id } }", Map.of()).at("/me/id").asString();
    }

    @ParameterizedTest
    @CsvSource({
        "CreateProduct, product",
        "CreateFeature, feature",
        "CreatePersona, persona",
        "CreateMarketProblem, marketProblem",
        "CreateCompetitor, competitor"
    })
    void onlyProductOwnersAndAdminsCreate(String mutation, String field) {
        var input = Input.to(mutation).with("name", "Other");
        var whole = mutation.equals("CreateFeature") ? input.with("productId", world.product) : input;
        for (var account : new String[] {"viewer", "contributor", "marketer", "approver"}) {
            assertThat(api.error(account, Contract.operation(mutation), Map.of("input", fields(whole, account))))
                    .as(account)
                    .isEqualTo("FORBIDDEN");
        }
        for (var account : new String[] {"owner", "admin"}) {
            api.done(account, new Input(mutation, fields(whole, account)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "contributor", "marketer", "approver", "owner"})
    void aStrangerNeitherRevisesNorGivesAway(String stranger) {
        assertThat(api.error("admin", change(), owning(world.product, admin))).isEmpty();
        for (var id : new String[] {world.persona, world.problem, world.competitor}) {
            assertThat(api.error("admin", change(), owning(id, admin))).isEmpty();
        }
        assertForbidden(stranger, "ReviseProduct", revision("productId", world.product));
        assertForbidden(stranger, "ReviseFeature", revision("featureId", world.sync));
        assertForbidden(stranger, "RevisePersona", revision("personaId", world.persona));
        assertForbidden(stranger, "ReviseMarketProblem", revision("marketProblemId", world.problem));
        assertForbidden(stranger, "ReviseCompetitor", revision("competitorId", world.competitor));
        for (var id : new String[] {world.product, world.sync, world.persona, world.problem, world.competitor}) {
            assertForbidden(stranger, "ChangeOwner", owning(id, admin));
        }
    }

    private void assertForbidden(String account, String mutation, Map<String, ?> variables) {
        assertThat(api.error(account, document(mutation), variables))
                .as("%s as %s", mutation, account)
                .isEqualTo("FORBIDDEN");
    }

    private Map<String, Object> fields(Input input, String account) {
        return input.with("key", world.name + "." + account).fields();
    }

    private static String change() {
        return document("ChangeOwner");
    }

    private static String document(String mutation) {
        return "mutation($input: %sInput!) { %s(input: $input) { problems { code } } }"
                .formatted(mutation, Character.toLowerCase(mutation.charAt(0)) + mutation.substring(1));
    }

    private static Map<String, ?> revision(String field, String id) {
        return Map.of("input", Map.of(field, id, "expectedRevision", 1, "name", "Mine"));
    }

    private static Map<String, ?> owning(String id, String owner) {
        return Map.of("input", Map.of("id", id, "ownerId", owner));
    }
}

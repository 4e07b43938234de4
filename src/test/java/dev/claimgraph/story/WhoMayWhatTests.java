package dev.claimgraph.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Contract;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each role may do: everyone reads, owners own, and nobody approves what they wrote. */
@ClaimgraphTest
class WhoMayWhatTests {

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void onlyProductOwnersAndAdminsWriteTheCatalogAndFacts() {
        for (var account : List.of("viewer", "contributor", "marketer", "approver")) {
            assertForbidden(account, world.feature("other").with("name", "Other"));
            assertForbidden(account, world.fact(world.sync, "It is so."));
            assertForbidden(account, world.verification(world.encrypted));
            assertForbidden(account, world.revision(world.sync).with("name", "Other"));
        }
        api.done("admin", world.revision(world.sync).with("name", "Other"));
    }

    @Test
    void onlyMarketersAndAdminsWriteClaims() {
        for (var account : List.of("viewer", "contributor", "owner", "approver")) {
            assertForbidden(account, world.claim("It is so.", world.encrypted));
            assertForbidden(
                    account,
                    Input.to("RecordUsage").with("claimId", world.sizes).with("url", "https://example.com/"));
        }
        api.done("admin", world.claim("It is so.", world.encrypted));
    }

    @Test
    void onlyApproversAndAdminsDecideOnClaims() {
        for (var account : List.of("viewer", "contributor", "owner", "marketer")) {
            assertForbidden(account, Input.to("ReaffirmClaim").with("claimId", world.sizes));
            assertForbidden(
                    account,
                    Input.to("WithdrawClaim").with("claimId", world.sizes).with("reason", "No."));
        }
        api.done("admin", Input.to("ReaffirmClaim").with("claimId", world.sizes));
    }

    @Test
    void aProductOwnerVerifiesOnlyWhatIsTheirs() {
        var admin = api.ask("admin", "{ me { id } }", Map.of()).at("/me/id").asString();
        var change =
                "mutation($input: ChangeOwnerInput!) { changeOwner(input: $input) { owned { owner { id } } problems {"
                        + " code } } }";
        var given = api.ask("owner", change, Map.of("input", Map.of("id", world.sync, "ownerId", admin)));
        assertThat(given.at("/changeOwner/owned/owner/id").asString()).isEqualTo(admin);
        assertForbidden("owner", world.verification(world.encrypted));
        assertForbidden("owner", world.revision(world.sync).with("name", "Mine again"));
        api.done("admin", world.verification(world.encrypted));
    }

    @Test
    void everyoneWithAnAccountReadsEverything() {
        for (var account : List.of("viewer", "contributor", "marketer", "approver", "owner", "admin")) {
            var trace =
                    api.send(account, "ClaimTrace", Map.of("id", world.sizes)).get("claim");
            assertThat(trace.get("usable").asBoolean()).isTrue();
        }
    }

    private void assertForbidden(String account, Input input) {
        assertThat(api.error(account, Contract.operation(input.mutation()), Map.of("input", input.fields())))
                .as("%s as %s", input.mutation(), account)
                .isEqualTo("FORBIDDEN");
    }
}

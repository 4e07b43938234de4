package dev.claimgraph.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each role may do: everyone reads, owners own, and nobody approves what they wrote. */
@ClaimgraphTest
class WhoMayWhatTests {

    private static final List<String> ACCOUNTS =
            List.of("viewer", "contributor", "marketer", "approver", "owner", "admin");

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

    @ParameterizedTest
    @CsvSource({
        "ReviseFact, owner",
        "AddEvidence, owner",
        "RetractFact, owner",
        "ReviseClaim, marketer",
        "SubmitClaim, marketer",
        "ApproveClaim, approver",
        "RejectClaim, approver",
        "SupersedeClaim, approver",
        "EndUsage, marketer"
    })
    void aWriteIsForItsOwnRoleAndForAdmins(String mutation, String role) {
        ACCOUNTS.stream()
                .filter(account -> !List.of(role, "admin").contains(account))
                .forEach(account -> assertForbidden(account, write(mutation)));
        for (var account : List.of(role, "admin")) {
            assertThat(api.refused(account, write(mutation))).isEmpty();
        }
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
        for (var account : ACCOUNTS) {
            var trace =
                    api.send(account, "ClaimTrace", Map.of("id", world.sizes)).get("claim");
            assertThat(trace.get("usable").asBoolean()).isTrue();
        }
    }

    /** A write that is refused for nothing but who makes it. */
    private Input write(String mutation) {
        var input = Input.to(mutation);
        return switch (mutation) {
            case "ReviseFact" -> input.with("factId", world.encrypted).with("expectedRevision", 1);
            case "AddEvidence" ->
                input.with("factId", world.encrypted).with("evidence", Map.of("kind", "TEST", "title", "It ran."));
            case "RetractFact" ->
                input.with("factId", world.verified(world.fact(world.sync, "It is so.")))
                        .with("reason", "It is not.");
            case "ReviseClaim" -> input.with("claimId", world.sizes).with("expectedRevision", 1);
            case "SubmitClaim" -> input.with("claimId", world.drafted(claim()));
            case "ApproveClaim" -> input.with("claimId", submitted());
            case "RejectClaim" -> input.with("claimId", submitted()).with("reason", "It is not so.");
            case "SupersedeClaim" ->
                input.with("claimId", world.approved(claim())).with("successorId", world.sizes);
            case "EndUsage" -> input.with("usageId", published());
            default -> throw new IllegalArgumentException(mutation);
        };
    }

    private Input claim() {
        return world.claim("It is so.", world.encrypted);
    }

    private String submitted() {
        var claim = world.drafted(claim());
        api.done("marketer", Input.to("SubmitClaim").with("claimId", claim));
        return claim;
    }

    private String published() {
        var url = "https://example.com/" + UUID.randomUUID();
        return api.done(
                        "marketer",
                        Input.to("RecordUsage").with("claimId", world.sizes).with("url", url))
                .at("/usage/id")
                .asString();
    }

    private void assertForbidden(String account, Input input) {
        assertThat(api.error(account, input.document(), Map.of("input", input.fields())))
                .as("%s as %s", input.mutation(), account)
                .isEqualTo("FORBIDDEN");
    }
}

package dev.claimgraph.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphProcess;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is exported and imported into an empty graph is exported again as it was, byte for byte. */
class ExportTests {

    private static final String CLAIMS = """
        query($after: String) {
          claims(first: 25, after: $after) {
            nodes { text status usable draft { text } supersededBy { text } fallback { text } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private static final String FACTS = """
        query($after: String) {
          facts(first: 25, after: $after) {
            nodes { statement standing dependsOn retraction { reason } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    @TempDir
    private Path folder;

    /** Verified and approved as it was, but for what had come to be doubtful, which is a draft there. */
    @Test
    void whatIsExportedComesBack() throws Exception {
        var before = after(api -> inEveryState(new World(api)), "--claimgraph.sample-data=true");
        assertThat(done("export", "one.ndjson")).startsWith("Wrote ");
        assertThat(done("import", "one.ndjson", "--attest").lines())
                .as("into the graph that it comes from")
                .allMatch(line -> line.contains(": 0 created, 0 revised, ") || line.startsWith("All of it"));
        done("export", "again.ndjson");
        assertThat(folder.resolve("again.ndjson")).hasSameBinaryContentAs(folder.resolve("one.ndjson"));
        assertThat(done("import", "one.ndjson", "--attest", "--claimgraph.data-dir=other"))
                .endsWith("All of it is in the graph.\n");
        done("export", "two.ndjson", "--claimgraph.data-dir=other");
        assertThat(folder.resolve("two.ndjson")).hasSameBinaryContentAs(folder.resolve("one.ndjson"));
        assertThat(after(api -> {}, "--claimgraph.data-dir=other")).isEqualTo(before);
        assertThat(refused("export", "one.ndjson")).contains("one.ndjson is there already");
        assertThat(refused("export")).contains("Name one file: export FILE");
        assertThat(refused("export", "none.ndjson", "--claimgraph.data-dir=nowhere"))
                .startsWith("There is nothing to export in this graph: ");
        assertThat(refused("export", "none/one.ndjson")).contains("its folder is not there");
    }

    /** Something of all that may become of facts, claims and usages. */
    private static void inEveryState(World world) {
        var api = world.api;
        api.done(
                "admin",
                Input.to("CreateTeam")
                        .with("key", "platform")
                        .with("name", "Platform")
                        .with("memberIds", List.of(id(api, "owner"))));
        var team = api.ask("admin", "query { team(key: \"platform\") { id } }", Map.of())
                .at("/team/id")
                .asString();
        api.done("owner", Input.to("ChangeOwner").with("id", world.competitor).with("ownerId", team));
        world.verified(world.fact(world.share, "Sharing is encrypted.").with("dependsOn", List.of("encrypted")));
        api.done("owner", world.revision(world.share).with("removeAttributes", List.of("encrypted")));
        var disputed = world.verified(world.fact(world.share, "Sharing is instant."));
        api.done(
                "owner",
                world.verification(disputed).with("decision", "DISPUTED").with("note", "Not from Asia."));
        var retracted =
                world.verified(world.fact(world.share, "Sharing is free.").with("reviewEvery", "P6M"));
        world.approved(world.claim("Share for free.", retracted));
        api.done("owner", Input.to("RetractFact").with("factId", retracted).with("reason", "It never was."));
        world.verified(world.fact(world.sync, "Syncing is free.").with("reviewEvery", "P6M"));
        world.approved(world.claim("Share safely.", world.encrypted).with("expiresAt", "2099-01-01T00:00:00Z"));
        var withdrawn = world.approved(world.claim("Sync anything.", world.everything));
        api.done(
                "approver", Input.to("WithdrawClaim").with("claimId", withdrawn).with("reason", "Too bold."));
        var first = world.approved(world.claim("Sync it all.", world.everything));
        var second = world.approved(world.claim("Sync everything.", world.everything));
        api.done("approver", Input.to("SupersedeClaim").with("claimId", first).with("successorId", second));
        api.done("approver", Input.to("SupersedeClaim").with("claimId", second).with("successorId", world.sizes));
        api.done(
                "marketer", Input.to("SetFallback").with("claimId", world.sizes).with("fallbackId", world.encryption));
        var bold = world.approved(world.claim("Sync at once.", world.everything)
                .with("personaIds", List.of(world.persona))
                .with("qualifiers", List.of("In Europe."))
                .with("expiresAt", "2099-01-01T00:00:00Z"));
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", bold)
                        .with("expectedRevision", 1)
                        .with("text", "Sync at once, everywhere.")
                        .with("personaIds", List.of())
                        .with("qualifiers", List.of())
                        .with("expiresAt", null));
        var anything = world.verified(world.fact(world.sync, "Syncing is what it is."));
        api.done(
                "owner",
                Input.to("ReviseFact")
                        .with("factId", anything)
                        .with("expectedRevision", 1)
                        .with("check", World.atLeast("max-file-size", 10, "GB"))
                        .with("reviewEvery", "P6M"));
        world.verify(anything);
        api.done(
                "owner",
                Input.to("ReviseFact")
                        .with("factId", anything)
                        .with("expectedRevision", 2)
                        .with("reviewEvery", "P1M"));
        world.drafted(world.claim("Sync in Europe.")
                .with("key", "europe")
                .with("personaIds", List.of(world.persona))
                .with("variants", List.of(Map.of("text", "EU sync.", "locale", "de")))
                .with("qualifiers", List.of("On paid plans.")));
        var live = Input.to("RecordUsage")
                .with("claimId", world.sizes)
                .with("url", "https://example.com/live")
                .with("channel", "web");
        var ended = live.with("url", "https://example.com/ended")
                .with("firstSeen", "2026-01-02T03:04:05.678Z")
                .with("lastSeen", "2026-01-03T00:00:00Z")
                .with("endedAt", "2026-02-01T00:00:00Z");
        Stream.of(live, ended).forEach(usage -> api.done("marketer", usage));
    }

    private static String id(Api api, String account) {
        return api.ask(account, "query { me { id } }", Map.of()).at("/me/id").asString();
    }

    /** What the service answers for everything once something was done with it, whatever its order. */
    private List<String> after(Consumer<Api> work, String... arguments) throws Exception {
        try (var service = ClaimgraphProcess.start(folder, arguments)) {
            var api = new Api(service.address().getPort());
            work.accept(api);
            var all = Stream.concat(all(api, "claims", CLAIMS), all(api, "facts", FACTS))
                    .filter(ExportTests::isDecided)
                    .map(JsonNode::toString)
                    .sorted()
                    .toList();
            service.stop();
            service.exitCode();
            return all;
        }
    }

    private static Stream<JsonNode> all(Api api, String field, String document) {
        var found = new ArrayList<JsonNode>();
        var after = new HashMap<String, Object>();
        JsonNode page;
        do {
            page = api.ask("viewer", document, after).get(field);
            page.get("nodes").forEach(found::add);
            after.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        return found.stream();
    }

    /** What is not has to be decided anew wherever it comes to. */
    private static boolean isDecided(JsonNode node) {
        return node.path("usable").asBoolean()
                || Set.of("WITHDRAWN", "SUPERSEDED")
                        .contains(node.path("status").asString(""))
                || Set.of("VERIFIED", "DISPUTED", "RETRACTED")
                        .contains(node.path("standing").asString(""));
    }

    private String done(String... arguments) throws IOException, InterruptedException {
        return ClaimgraphProcess.done(folder, arguments);
    }

    private String refused(String... arguments) throws IOException, InterruptedException {
        return ClaimgraphProcess.refused(folder, arguments);
    }
}

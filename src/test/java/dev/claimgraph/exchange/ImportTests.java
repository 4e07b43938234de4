package dev.claimgraph.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.access.People;
import dev.claimgraph.shared.Problem;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What stands in files comes into the graph, all of it or none, and once however often it is sent. */
@ClaimgraphTest
class ImportTests {

    private static final String IMPORT = """
        mutation($input: ImportRowsInput!) {
          importRows(input: $input) {
            counts { type created revised unchanged } problems { code message path }
          }
        }
        """;

    private static final String LIBRARY = """
        {"type": "Product", "key": "@", "name": "Imported"}
        {"type": "Persona", "key": "@.buyer", "name": "Buyer"}
        {"type": "Feature", "key": "@.sync", "productId": "@", "name": "Sync", "attributes": [{"name": "max-file-size", "value": {"number": {"value": 50, "unit": "GB"}}}]}
        {"type": "MarketProblem", "key": "@.slow", "name": "Files take hours", "personaIds": ["@.buyer"], "featureIds": ["@.sync"]}
        {"type": "Competitor", "key": "@.rival", "name": "Rival"}

        {"type": "Fact", "key": "@.fifty", "subjectId": "feature/@.sync", "statement": "Files of 50 GB sync.", "kind": "LIMIT", "check": {"attribute": "max-file-size", "operator": "AT_LEAST", "value": {"number": {"value": 50, "unit": "GB"}}}, "evidence": [{"kind": "TEST", "title": "Upload run"}], "reviewEvery": "P6M"}
        {"type": "Claim", "key": "@.big", "text": "Your biggest files sync.", "kind": "FACTUAL", "factIds": ["@.fifty"], "personaIds": ["@.buyer"], "marketProblemIds": ["@.slow"], "competitorIds": ["@.rival"], "qualifiers": ["On paid plans."], "variants": [{"text": "Big files sync.", "channel": "web"}]}
        {"type": "Usage", "claimId": "@.big", "url": "https://example.com/@", "channel": "web"}
        """;

    private final Api api;
    private final Imports imports;
    private final People people;
    private World world;
    private String name;

    ImportTests(@LocalServerPort int port, @Autowired Imports imports, @Autowired People people) {
        this.api = new Api(port);
        this.imports = imports;
        this.people = people;
    }

    @BeforeEach
    void aName() {
        world = new World(api);
        name = world.name + "-imported";
    }

    @Test
    void aLibraryArrivesUnverifiedAndAsDraft() {
        assertThat(counts(sent("admin", LIBRARY)))
                .containsExactlyInAnyOrder(
                        "Product 1 0 0",
                        "Persona 1 0 0",
                        "Feature 1 0 0",
                        "MarketProblem 1 0 0",
                        "Competitor 1 0 0",
                        "Fact 1 0 0",
                        "Claim 1 0 0",
                        "Usage 1 0 0");
        var claim = api.ask("viewer", """
            query($key: String!) {
              claim(key: $key) {
                text status usable qualifiers personas { key } marketProblems { name } competitors { key }
                variants { channel text } usages { nodes { url live } }
                substantiation { fact { statement standing reviewEvery subject { key } evidence { title } check { display } } }
                history { nodes { action } }
              }
            }\
            """, Map.of("key", name + ".big")).get("claim");
        assertThat(claim.get("status").asString()).isEqualTo("DRAFT");
        assertThat(claim.at("/substantiation/0/fact/standing").asString()).isEqualTo("UNVERIFIED");
        assertThat(claim.at("/substantiation/0/fact/evidence/0/title").asString())
                .isEqualTo("Upload run");
        assertThat(claim.at("/substantiation/0/fact/subject/key").asString()).isEqualTo(name + ".sync");
        assertThat(claim.at("/personas/0/key").asString()).isEqualTo(name + ".buyer");
        assertThat(claim.at("/usages/nodes/0/live").asBoolean()).isTrue();
        assertThat(claim.at("/history/nodes/0/action").asString()).isEqualTo("draftClaim");
    }

    @Test
    void whatIsSentTwiceIsThereOnce() {
        sent("admin", LIBRARY);
        assertThat(counts(sent("admin", LIBRARY))).allMatch(count -> count.endsWith(" 0 0 1"));
    }

    @Test
    void whatSaysSomethingElseIsRevised() {
        sent("admin", LIBRARY);
        var other = LIBRARY.replace("\"value\": 50", "\"value\": 60")
                .replace("Files of 50 GB", "Files of 60 GB")
                .replace("Your biggest files", "Your very biggest files")
                .replace("\"Rival\"", "\"The rival\"");
        assertThat(counts(sent("admin", other)))
                .containsExactlyInAnyOrder(
                        "Product 0 0 1",
                        "Persona 0 0 1",
                        "Feature 0 1 0",
                        "MarketProblem 0 0 1",
                        "Competitor 0 1 0",
                        "Fact 0 1 0",
                        "Claim 0 1 0",
                        "Usage 0 0 1");
        assertThat(api.ask(
                                "viewer",
                                "query($key: String!) { claim(key: $key) { text revision } }",
                                Map.of("key", name + ".big"))
                        .at("/claim/text")
                        .asString())
                .isEqualTo("Your very biggest files sync.");
    }

    @Test
    void nothingIsWrittenWhereAnythingIsWrong() {
        var problems = problems(sent("admin", LIBRARY + """
            {"type": "Claim", "key": "@.other", "text": "Another.", "kind": "FACTUAL", "factIds": ["@.fifty", "@.none"]}
            {"type": "Claim", "key": "@.big", "text": "The same key.", "kind": "FACTUAL"}
            {"type": "Claim", "text": "No key.", "kind": "FACTUAL"}
            {"type": "Claim", "key": "@.kind", "text": "No such kind.", "kind": "NICE"}
            {"type": "Song", "key": "@.song"}
            {"key": "@.song"}
            {"type": "Claim"
            {"type": "Fact", "key": "@.size", "subjectId": "feature/@.sync", "statement": "It is quick.", "kind": "LIMIT", "dependsOn": ["speed"]}
            {"type": "Fact", "key": "@.lost", "subjectId": "feature/@.lost", "statement": "It is lost.", "kind": "LIMIT"}
            {"type": "Usage", "claimId": "@.lost", "url": "https://example.com/lost"}
            {"type": "Usage", "claimId": "@.big", "url": "ftp://example.com"}
            """));
        assertThat(problems)
                .satisfiesExactly(
                        is("10.factIds.1 NOT_FOUND"),
                        is("11.key KEY_TAKEN"),
                        is("12.key REQUIRED"),
                        is("13.kind INVALID NICE is none of FACTUAL, COMPARATIVE,"),
                        is("14.type INVALID"),
                        is("15.type REQUIRED"),
                        is("16 INVALID"),
                        is("17.dependsOn.0 UNKNOWN_ATTRIBUTE"),
                        is("18.subjectId NOT_FOUND"),
                        is("19.claimId NOT_FOUND"),
                        is("20 INVALID"));
        assertThat(api.ask("viewer", "query($key: String!) { claim(key: $key) { id } }", Map.of("key", name + ".big"))
                        .get("claim")
                        .isNull())
                .isTrue();
    }

    /** Whatever stands in a line, its line is told, and what is wrong with it. */
    @Test
    void oddRowsAreToldToo() {
        var odd = """
            {"type": "Claim", "key": 5, "text": "A number.", "kind": "FACTUAL"}
            {"type": "Claim", "key": "@.one", "text": "A list.", "kind": "FACTUAL", "factIds": 7}
            {"type": "Claim", "key": "@.two", "text": "A list.", "kind": "FACTUAL", "factIds": [{"id": 1}]}
            {"type": "Claim", "key": "@.three", "text": null, "kind": "FACTUAL"}
            {"type": "Claim", "key": "@.four", "text": "More.", "kind": "FACTUAL", "song": "la"}
            {"type": {"is": "Claim"}}
            null
            []
            {"type": "Usage", "url": "https://example.com"}
            {"type": "Usage", "claimId": "@.none"}
            {"type": "Fact", "key": "@.fact", "statement": "About nothing.", "kind": "LIMIT"}
            {"type": "Feature", "key": "@.feature", "name": "Of nothing"}
            {"type": "MarketProblem", "key": "@.problem", "name": "Alone", "personaIds": ["@.nobody"]}
            {"type": "Product", "key": "@ with a space", "name": "Spaced"}
            """;
        assertThat(problems(sent("admin", odd)).stream()
                        .map(problem ->
                                problem.substring(0, problem.indexOf(' ')).replaceAll("\\..*", ""))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 14).mapToObj(String::valueOf).toList());
        assertThat(problems(sent("admin", odd)))
                .anySatisfy(is("5.song INVALID A row of this type takes no song; it takes key, text, kind,"))
                .anySatisfy(problem -> assertThat(problem).startsWith("5.song ").endsWith(", attested."));
        assertThat(counts(sent("admin", ""))).isEmpty();
        var empty = Map.of("rows", "", "format", "CSV");
        assertThat(problems(api.ask("admin", IMPORT, Map.of("input", empty)).get("importRows")))
                .singleElement()
                .asString()
                .contains("INVALID");
        for (var cell : List.of("Buyer", "Buyer, or seller")) {
            var semicolons = Map.of("rows", "type;key;name\nPersona;@;" + cell + "\n", "format", "CSV");
            assertThat(problems(api.ask("admin", IMPORT, Map.of("input", semicolons))
                            .get("importRows")))
                    .singleElement()
                    .satisfies(is("1 INVALID Line 1 is one cell; put commas between"));
        }
        var bracket = Map.of("rows", "type,key,name\nPersona,%s.beta,[Beta] Buyer\n".formatted(name), "format", "CSV");
        assertThat(counts(api.ask("admin", IMPORT, Map.of("input", bracket)).get("importRows")))
                .containsExactly("Persona 1 0 0");
        assertThat(problems(sent("admin", "[{\"type\": \"Persona\", \"key\": \"@\", \"name\": \"Buyer\"}]")))
                .singleElement()
                .satisfies(is("1 INVALID This is a list; put each of its objects on a line of its own"));
        var marked = "\uFEFF{\"type\": \"Persona\", \"key\": \"@\", \"name\": \"Buyer\"}";
        assertThat(counts(sent("admin", marked))).containsExactly("Persona 1 0 0");
    }

    /** Whatever has become of it since, a row that says what is there is passed over. */
    @Test
    void whatHasMovedOnIsPassedOverToo() {
        sent("admin", LIBRARY);
        var ids = api.ask(
                "viewer",
                "query($claim: String!, $fact: String!) { claim(key: $claim) { id } fact(key: $fact) { id } }",
                Map.of("claim", name + ".big", "fact", name + ".fifty"));
        api.done(
                "admin",
                Input.to("WithdrawClaim")
                        .with("claimId", ids.at("/claim/id").asString())
                        .with("reason", "Enough."));
        api.done(
                "admin",
                Input.to("RetractFact")
                        .with("factId", ids.at("/fact/id").asString())
                        .with("reason", "Wrong."));
        assertThat(counts(sent("admin", LIBRARY))).allMatch(count -> count.endsWith(" 0 0 1"));
        var attested = Map.of("rows", LIBRARY.replace("@", name), "attest", true);
        assertThat(counts(api.ask("admin", IMPORT, Map.of("input", attested)).get("importRows")))
                .allMatch(count -> count.endsWith(" 0 0 1"));
        assertThat(problems(sent("admin", LIBRARY.replace("Your biggest", "Your very biggest"))))
                .satisfiesExactly(is("8 WRONG_STATUS"));
    }

    /** Nothing of it is changed, so it need not be theirs. */
    @Test
    void anyProductOwnerMaySendWhatIsThere() {
        var catalog = LIBRARY.lines()
                .filter(line -> !line.contains("Claim") && !line.contains("Usage"))
                .collect(Collectors.joining("\n"));
        sent("admin", catalog);
        assertThat(counts(sent("owner", catalog))).allMatch(count -> count.endsWith(" 0 0 1"));
        assertThat(problems(sent(
                        "owner", catalog.replace("\"Imported\"", "\"Renamed\"").replace("\"Sync\"", "\"Syncing\""))))
                .satisfiesExactly(is("1 FORBIDDEN"), is("3 FORBIDDEN"));
    }

    @Test
    void whatNoRevisionChangesStays() {
        sent("admin", LIBRARY);
        assertThat(problems(sent("admin", """
            {"type": "Product", "key": "@.other", "name": "Other"}
            {"type": "Feature", "key": "@.sync", "productId": "@.other", "name": "Sync"}
            {"type": "Fact", "key": "@.fifty", "subjectId": "persona/@.buyer", "statement": "Files of 50 GB sync.", "kind": "LIMIT"}
            {"type": "Fact", "key": "@.fifty", "evidence": [{"kind": "NICE", "title": "No kind"}]}
            {"type": "Product", "key": "@", "name": " "}
            {"type": "Persona", "key": "@.buyer", "idempotencyKey": "k"}
            """)))
                .satisfiesExactlyInAnyOrder(
                        is("2.productId INVALID"),
                        is("3.subjectId INVALID"),
                        is("4.key KEY_TAKEN"),
                        is("4 INVALID"),
                        is("5.name REQUIRED"),
                        is("6.idempotencyKey INVALID"),
                        is("6.idempotencyKey INVALID"));
    }

    @Test
    void aDryRunWritesNothing() {
        var input = Map.of("rows", LIBRARY.replace("@", name), "dryRun", true);
        var answer = api.ask("admin", IMPORT, Map.of("input", input)).get("importRows");
        assertThat(problems(answer)).isEmpty();
        assertThat(api.ask("viewer", "query($key: String!) { claim(key: $key) { id } }", Map.of("key", name + ".big"))
                        .get("claim")
                        .isNull())
                .isTrue();
    }

    /** Several transactions' worth of rows go together or not at all. */
    @Test
    void manyRowsAreWrittenTogether() {
        var claims = IntStream.range(0, 1_200)
                .mapToObj(
                        "{\"type\": \"Claim\", \"key\": \"@.%1$d\", \"text\": \"Number %1$d.\", \"kind\": \"FACTUAL\"}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        assertThat(problems(sent(
                        "marketer",
                        claims + "\n{\"type\": \"Claim\", \"key\": \"@.0\", \"text\": \"0\", \"kind\": \"FACTUAL\"}")))
                .satisfiesExactly(is("1201.key KEY_TAKEN"));
        assertThat(counts(sent("marketer", claims))).containsExactly("Claim 1200 0 0");
        assertThat(counts(sent("marketer", claims))).containsExactly("Claim 0 0 1200");
    }

    @Test
    void anAdminMayAttestWhatWasVerifiedAndApprovedElsewhere() {
        var input = Map.of("rows", LIBRARY.replace("@", name), "attest", true);
        assertThat(problems(api.ask("owner", IMPORT, Map.of("input", input)).get("importRows")))
                .singleElement()
                .asString()
                .contains("FORBIDDEN");
        assertThat(counts(api.ask("admin", IMPORT, Map.of("input", input)).get("importRows")))
                .contains("Fact 1 0 0", "Claim 1 0 0");
        var claim = api.ask("viewer", """
            query($key: String!) {
              claim(key: $key) { usable approvals { by { name } note } history { nodes { action } } substantiation { fact { verification { note } } } }
            }\
            """, Map.of("key", name + ".big")).get("claim");
        assertThat(claim.get("usable").asBoolean()).isTrue();
        assertThat(claim.at("/approvals/0/note").asString()).isEqualTo("Attested as it was imported.");
        assertThat(claim.at("/substantiation/0/fact/verification/note").asString())
                .isEqualTo("Attested as it was imported.");
        assertThat(each(claim.at("/history/nodes"))
                        .map(change -> change.get("action").asString()))
                .containsExactlyInAnyOrder("draftClaim", "attestClaim");
        assertThat(counts(api.ask("admin", IMPORT, Map.of("input", input)).get("importRows")))
                .allMatch(count -> count.endsWith(" 0 0 1"));
    }

    @Test
    void anAdminMayAttestWhatEachRowSaysOfItself() {
        var claim = "{\"type\": \"Claim\", \"key\": \"@.%s\", \"text\": \"So.\", \"kind\": \"FACTUAL\", \"factIds\":"
                + " [\"@.fifty\"], \"attested\": %s}\n";
        var rows = LIBRARY
                + claim.formatted(
                        "approved", "{\"status\": \"APPROVED\", \"draft\": null, \"fallbackId\": \"@.draft\"}")
                + claim.formatted("replaced", "{\"status\": \"SUPERSEDED\", \"successorId\": \"@.approved\"}")
                + claim.formatted("withdrawn", "{\"status\": \"WITHDRAWN\", \"reason\": \"Too bold.\"}")
                + claim.formatted("draft", "{\"status\": \"DRAFT\"}");
        var input = Map.of("rows", rows.replace("@", name), "attest", true);
        assertThat(counts(api.ask("admin", IMPORT, Map.of("input", input)).get("importRows")))
                .contains("Claim 5 0 0");
        assertThat(Stream.of("approved", "replaced", "withdrawn", "draft").map(this::status))
                .containsExactly("APPROVED", "SUPERSEDED", "WITHDRAWN", "DRAFT");
        assertThat(counts(api.ask("admin", IMPORT, Map.of("input", input)).get("importRows")))
                .allMatch(count -> count.endsWith(" 0 0 1") || count.equals("Claim 0 0 5"));
    }

    private String status(String claim) {
        return api.ask(
                        "viewer",
                        "query($key: String!) { claim(key: $key) { status } }",
                        Map.of("key", name + "." + claim))
                .at("/claim/status")
                .asString();
    }

    /** A check that fails is not true because somebody says so. */
    @Test
    void whatIsNotSoCannotBeAttested() {
        var broken = LIBRARY.replace("\"value\": 50, \"unit\": \"GB\"}}}]}", "\"value\": 40, \"unit\": \"GB\"}}}]}");
        var input = Map.of("rows", broken.replace("@", name), "attest", true);
        assertThat(problems(api.ask("admin", IMPORT, Map.of("input", input)).get("importRows")))
                .satisfiesExactly(is("7.decision CHECK_FAILS"));
        assertThat(api.ask(
                                "viewer",
                                "query($key: String!) { feature(key: $key) { id } }",
                                Map.of("key", name + ".sync"))
                        .get("feature")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsAttestedIsCheckedToo() {
        var fact = "{\"type\": \"Fact\", \"key\": \"@.%d\", \"subjectId\": \"persona/@\", \"statement\": \"So.\","
                + " \"kind\": \"LIMIT\", \"attested\": %s}\n";
        var claim = "{\"type\": \"Claim\", \"key\": \"@.%d\", \"text\": \"So.\", \"kind\": \"FACTUAL\", \"attested\":"
                + " %s}\n";
        var rows = """
                {"type": "Persona", "key": "@", "name": "Buyer", "attested": {}}
                {"type": "Persona", "key": "@", "name": "Buyer"}
                """ + fact.formatted(3, "{\"standing\": \"SUSPECT\"}")
                + fact.formatted(4, "{\"standing\": \"RETRACTED\"}")
                + fact.formatted(5, "{\"standing\": \"VERIFIED\", \"song\": 1}")
                + claim.formatted(6, "{\"status\": \"SUPERSEDED\"}")
                + claim.formatted(7, "{\"status\": \"WITHDRAWN\"}")
                + claim.formatted(8, "{\"status\": \"REJECTED\"}")
                + claim.formatted(9, "{\"status\": \"APPROVED\", \"fallbackId\": \"@.none\"}")
                + claim.formatted(10, "{\"status\": \"APPROVED\", \"fallbackId\": \"@.12\"}")
                + claim.formatted(
                        11,
                        "{\"status\": \"APPROVED\", \"draft\": {\"text\": \"So!\", \"kind\": \"FACTUAL\", \"factIds\":"
                                + " [\"@.none\"]}}")
                + claim.formatted(12, "{\"status\": \"DRAFT\"}")
                + claim.formatted(13, "\"APPROVED\"")
                + claim.formatted(14, "null")
                + claim.formatted(15, "{\"status\": \"DRAFT\", \"draft\": null, \"successorId\": null}");
        var attested = Map.of("rows", rows.replace("@", name), "attest", true);
        assertThat(problems(api.ask("admin", IMPORT, Map.of("input", attested)).get("importRows")))
                .satisfiesExactlyInAnyOrder(
                        is("1.attested INVALID"),
                        is("2.key KEY_TAKEN"),
                        is("3.attested.standing INVALID"),
                        is("4.attested.note REQUIRED"),
                        is("5.attested.song INVALID"),
                        is("6.attested.successorId INVALID"),
                        is("7.attested.reason REQUIRED"),
                        is("8.attested.status INVALID"),
                        is("9.attested.fallbackId NOT_FOUND"),
                        is("11.attested.draft.factIds.0 NOT_FOUND"),
                        is("13.attested INVALID attested is an object"));
    }

    /** From the command line: who may write people and teams by the API is another matter. */
    @Test
    void adminsImportThoseWhoAnswerForIt() throws IOException {
        var rows = """
            {"type": "Person", "account": "@", "name": "Nina", "roles": ["PRODUCT_OWNER"]}
            {"type": "Person", "account": "@.paul", "name": "Paul", "roles": []}
            {"type": "Team", "key": "@", "name": "Platform", "memberIds": ["@"]}
            {"type": "Product", "key": "@", "name": "Sync", "ownerId": "team/@"}
            {"type": "Persona", "key": "@", "name": "Buyer", "ownerId": "person/@"}
            """;
        assertThat(problems(sent("admin", rows.lines().limit(3).collect(Collectors.joining("\n")))))
                .satisfiesExactly(is("1.type FORBIDDEN"), is("2.type FORBIDDEN"), is("3.type FORBIDDEN"));
        var odd = rows.replace("team/@", "@").replace("[\"@\"]", "[\"@.none\"]").replace("person/@", "person/@.paul");
        assertThat(run("admin", odd).problems().stream().map(ImportTests::said))
                .satisfiesExactlyInAnyOrder(
                        is("3.memberIds.0 NOT_FOUND"), is("4.ownerId INVALID"), is("5.ownerId INVALID"));
        assertThat(run("owner", rows).problems().stream().map(ImportTests::said))
                .contains("1.type FORBIDDEN", "3.type FORBIDDEN");
        assertThat(run("admin", rows).counts())
                .extracting(Report.Count::created)
                .containsExactly(2L, 1L, 1L, 1L);
        assertThat(run("admin", rows).counts())
                .extracting(Report.Count::unchanged)
                .containsExactly(2L, 1L, 1L, 1L);
        assertThat(run("admin", rows.replace("Platform", "The platform").replace("[\"@\"]", "[\"@.paul\"]"))
                        .counts())
                .extracting(Report.Count::revised)
                .containsExactly(0L, 1L, 0L, 0L);
        var product = api.ask("viewer", """
            query($key: String!) { product(key: $key) { owner { ... on Team { name members { nodes { name } } } } } }\
            """, Map.of("key", name)).get("product");
        assertThat(product.at("/owner/name").asString()).isEqualTo("The platform");
        assertThat(each(product.at("/owner/members/nodes"))
                        .map(member -> member.get("name").asString()))
                .containsExactly("Nina", "Paul");
    }

    @Test
    void aLineWithoutEndIsToldBeforeItFillsTheMemory() {
        var persona = "{\"type\": \"Persona\", \"key\": \"%s\", \"name\": \"Buyer\"}\n".formatted(name);
        var file = new RowFile(RowFormat.NDJSON, () -> new FilterReader(new StringReader(persona)) {

            @Override
            public int read(char[] into, int from, int most) throws IOException {
                var read = super.read(into, from, most);
                Arrays.fill(into, from + Math.max(0, read), from + most, ' ');
                return most;
            }
        });
        assertThatIOException()
                .isThrownBy(() -> run("admin", file))
                .withMessage("line 2 is longer than 32,000,000 characters; put each row on a line of its own");
    }

    private Report run(String account, String rows) throws IOException {
        return run(account, new RowFile(RowFormat.NDJSON, () -> new StringReader(rows.replace("@", name))));
    }

    private Report run(String account, RowFile file) throws IOException {
        var report = new Report();
        var options = new Imports.Options(false, false, false);
        imports.run(people.actor(account).orElseThrow(), file, options, report, line -> {});
        return report;
    }

    private static String said(Problem problem) {
        return String.join(".", problem.path()) + " " + problem.code();
    }

    @Test
    void eachImportsWhatTheyMayWrite() {
        var claim = "{\"type\": \"Claim\", \"key\": \"@\", \"text\": \"It syncs.\", \"kind\": \"FACTUAL\"}";
        var persona = "{\"type\": \"Persona\", \"key\": \"@\", \"name\": \"Buyer\"}";
        assertThat(problems(sent("owner", claim))).satisfiesExactly(is("1.type FORBIDDEN"));
        assertThat(problems(sent("marketer", persona))).satisfiesExactly(is("1.type FORBIDDEN"));
        assertThat(problems(sent("marketer", claim))).isEmpty();
        assertThat(problems(sent("admin", persona))).isEmpty();
        assertThat(problems(sent("owner", persona.replace("Buyer", "Seller")))).satisfiesExactly(is("1 FORBIDDEN"));
    }

    @Test
    void aTableArrivesToo() {
        sent("admin", LIBRARY);
        var table = """
            type,key,text,kind,factIds,qualifiers,variants,expiresAt
            Claim,@.one,"It syncs, always.",FACTUAL,@.fifty,On paid plans.;In Europe.,"[{""text"": ""Syncs."", ""channel"": ""web""}]",

            Claim,@.two,"Two
            lines.",FACTUAL,@.fifty;@.none,,,
            Claim,@.three,Three.,FACTUAL,,,{,
            """;
        var input = Map.of("rows", table.replace("@", name), "format", "CSV");
        var answer = api.ask("admin", IMPORT, Map.of("input", input)).get("importRows");
        assertThat(problems(answer)).satisfiesExactlyInAnyOrder(is("4.factIds.1 NOT_FOUND"), is("6 INVALID"));
        var mended = table.replace("@.fifty;@.none", "@.fifty").replace(",{,", ",,");
        answer = api.ask("admin", IMPORT, Map.of("input", Map.of("rows", mended.replace("@", name), "format", "CSV")))
                .get("importRows");
        assertThat(problems(answer)).isEmpty();
        assertThat(counts(answer)).containsExactly("Claim 3 0 0");
        var claim = api.ask(
                        "viewer",
                        "query($key: String!) { claim(key: $key) { text qualifiers variants { channel } } }",
                        Map.of("key", name + ".one"))
                .get("claim");
        assertThat(claim.get("text").asString()).isEqualTo("It syncs, always.");
        assertThat(claim.get("qualifiers")).hasSize(2);
        assertThat(claim.at("/variants/0/channel").asString()).isEqualTo("web");
    }

    private JsonNode sent(String account, String rows) {
        var input = Map.of("rows", rows.replace("@", name));
        return api.ask(account, IMPORT, Map.of("input", input)).get("importRows");
    }

    private static List<String> counts(JsonNode answer) {
        assertThat(answer.get("problems")).isEmpty();
        return each(answer.get("counts"))
                .map(count -> "%s %d %d %d"
                        .formatted(
                                count.get("type").asString(),
                                count.get("created").asInt(),
                                count.get("revised").asInt(),
                                count.get("unchanged").asInt()))
                .toList();
    }

    private static List<String> problems(JsonNode answer) {
        return each(answer.get("problems"))
                .map(problem -> "%s %s %s"
                        .formatted(
                                each(problem.get("path"))
                                        .skip(1)
                                        .map(JsonNode::asString)
                                        .collect(Collectors.joining(".")),
                                problem.get("code").asString(),
                                problem.get("message").asString()))
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static org.assertj.core.api.ThrowingConsumer<String> is(String problem) {
        return found -> assertThat(found).startsWith(problem);
    }
}

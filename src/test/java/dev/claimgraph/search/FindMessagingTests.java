package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A marketer finds the approved words by what they want to say, and never those that may not be said now. */
@ClaimgraphTest
class FindMessagingTests {

    private final Api api;
    private World world;
    private String lighthouse;
    private String ferry;

    FindMessagingTests(@LocalServerPort int port) {
        this.api = new Api(port);
    }

    @BeforeEach
    void aLibrary() {
        world = new World(api);
        lighthouse = world.approved(world.claim(
                        "Lighthouse keepers restarted their lamps in nine seconds.", world.fiftyGigabytes)
                .with("key", world.name + "-lamps")
                .with("personaIds", List.of(world.persona))
                .with("qualifiers", List.of("Measured on the granite coast."))
                .with(
                        "variants",
                        List.of(
                                Map.of("text", "Neun Sekunden bis zum Licht.", "locale", "de", "channel", "ads"),
                                Map.of("text", "Nine seconds to light.", "channel", "ads"))));
        ferry = world.approved(world.claim("The ferry crosses the fjord without any noise.", world.encrypted)
                .with("marketProblemIds", List.of(world.problem))
                .with("competitorIds", List.of(world.competitor)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lighthouse lamps",
                "restarting the lamp",
                "LIGHTHOUSE",
                "how quickly does a beacon come back on",
                "granite coast",
                "nine seconds to light",
                "\"restarted their lamps\"",
                "light",
                "restarted their la"
            })
    void isFoundByItsWordsTheirStemsItsMeaningAndWhatGoesWithIt(String text) {
        assertThat(found(text)).first().isEqualTo(lighthouse);
    }

    @Test
    void isFoundByItsKeyAndTheBeginningOfIt() {
        assertThat(found(world.name + "-lamps")).first().isEqualTo(lighthouse);
        assertThat(found(world.name + "-la")).first().isEqualTo(lighthouse);
    }

    @Test
    void claimsWhoseKeysBeginAlikeComeInTheOrderOfTheirKeys() {
        var second =
                world.approved(world.claim("Anchors hold.", world.encrypted).with("key", world.name + "-rope-2"));
        var tenth = world.approved(world.claim("Knots hold.", world.encrypted).with("key", world.name + "-rope-10"));
        assertThat(found(world.name + "-rope")).startsWith(tenth, second);
    }

    @ParameterizedTest
    @CsvSource({
        "CreatePersona, persona, personaIds, FACTUAL",
        "CreateMarketProblem, marketProblem, marketProblemIds, FACTUAL",
        "CreateCompetitor, competitor, competitorIds, COMPARATIVE"
    })
    void isFoundByTheNamesOfWhatItIsAbout(String creation, String field, String ids, String kind) {
        var named = api.done(
                        "owner",
                        Input.to(creation).with("key", world.name + field).with("name", "Zeppelin " + field))
                .at("/" + field + "/id")
                .asString();
        var claim = world.drafted(world.claim("Calm above the clouds.", world.encrypted)
                .with("kind", kind)
                .with(ids, List.of(named)));
        assertThat(found("zeppelin " + field, Map.of("status", List.of("DRAFT"))))
                .first()
                .isEqualTo(claim);
    }

    @Test
    void isFoundByTheNameOfTheFeatureThatItsFactsAreAbout() {
        var feature = api.done("owner", world.feature("zeppelin").with("name", "Zeppelin moorings"))
                .at("/feature/id")
                .asString();
        var claim =
                world.approved(world.claim("Calm above the clouds.", world.verified(world.fact(feature, "It holds."))));
        assertThat(found("zeppelin mooring")).first().isEqualTo(claim);
    }

    @Test
    void aPhraseInQuotesHasToBeThereWordForWord() {
        assertThat(found("\"crosses the fjord\"")).containsExactly(ferry);
        assertThat(found("\"fjord the crosses\"")).isEmpty();
        assertThat(found("\"crosses a fjord\"")).isEmpty();
        assertThat(found("\"their lamps\" granite")).contains(lighthouse).doesNotContain(ferry);
    }

    @Test
    void aPhraseMayHaveContractionsAndGroupedNumbers() {
        var claim = world.approved(world.claim("You don't need 50,000 porters.", world.encrypted));
        assertThat(found("\"don't need\"")).containsExactly(claim);
        assertThat(found("\"need 50,000 porters\"")).containsExactly(claim);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b", "\u02bc", "\u0301", "...", "\ud83d\ude80", "\"\"", "*"})
    void whatSaysNothingFindsNothingOrWhatIsNearButFailsNowhere(String text) {
        assertThat(found(text)).doesNotContainNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fjord AND lighthouse:(",
                "text:fjord~2^4 && [a TO *]",
                "fjord /.*/ {!",
                "fjord \\",
                "fjord \"",
                "+fjord -ferry NOT OR",
                "fjord*?"
            })
    void theSyntaxOfLuceneIsText(String text) {
        assertThat(found(text)).contains(ferry);
    }

    @Test
    void whatIsNotUsableIsNeverFoundUnlessAskedFor() {
        world.set(world.sync, "max-file-size", World.number(20, "GB"));
        assertThat(found("lighthouse lamps")).doesNotContain(lighthouse);
        assertThat(found("lighthouse lamps", Map.of("usable", false))).contains(lighthouse);
        assertThat(found("lighthouse lamps", Map.of("standing", List.of("BROKEN"))))
                .contains(lighthouse);
        world.set(world.sync, "max-file-size", World.number(50, "GB"));
        assertThat(found("lighthouse lamps")).contains(lighthouse);
    }

    @Test
    void whatIsUsableIsFoundBehindAnyNumberOfThatIsNot() {
        for (var i = 0; i < 120; i++) {
            world.drafted(world.claim("Seven gilded weathervanes turn %d times.".formatted(i), world.encrypted));
        }
        var usable = world.approved(world.claim("A weathervane for your roof.", world.encrypted));
        assertThat(found("seven gilded weathervanes turn")).first().isEqualTo(usable);
    }

    @Test
    void aPageHasTheBestOfWhatTheFilterKeeps() {
        for (var i = 0; i < 20; i++) {
            var claim = world.claim("Copper kettles whistle %d times at dawn.".formatted(i), world.encrypted);
            if (i % 2 == 0) {
                world.approved(claim);
            } else {
                world.drafted(claim);
            }
        }
        var all = found("copper kettles whistle at dawn");
        assertThat(all).hasSizeGreaterThanOrEqualTo(10);
        var page = send("copper kettles whistle at dawn", mine(Map.of()), 4, null);
        assertThat(texts(page.get("edges"), "/node/id")).isEqualTo(all.subList(0, 4));
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    }

    @Test
    void whatOnlyItsFactSaysIsFoundBehindManyWordingsOfFewClaims() {
        for (var i = 0; i < 12; i++) {
            var house = i;
            var variants = IntStream.range(0, 20)
                    .mapToObj(chimney -> Map.of(
                            "text",
                            "Gulls nest on chimney %d of house %d.".formatted(chimney, house),
                            "channel",
                            "chimney-" + chimney))
                    .toList();
            world.drafted(world.claim("Gulls nest on the chimneys of house %d.".formatted(i), world.encrypted)
                    .with("variants", variants));
        }
        var fact = world.verified(world.fact(world.sync, "Seabirds breed on smokestacks."));
        var usable = world.approved(world.claim("Life finds a way to any roof.", fact));
        assertThat(found("gulls nest on chimneys")).contains(usable);
    }

    @Test
    void theWordsOfAClaimAreThoseThatItIsWrittenWithNow() {
        var draft = world.drafted(world.claim("Marmalade bridges hold.", world.encrypted));
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", draft)
                        .with("expectedRevision", 1)
                        .with("text", "Tangerine viaducts hold."));
        assertThat(found("tangerine", Map.of("status", List.of("DRAFT")))).contains(draft);
        assertThat(found("\"marmalade bridges\"", Map.of("status", List.of("DRAFT"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "personaKeys, , true",
        "marketProblemKeys, , false",
        "competitorKeys, , false",
        "featureKeys, .sync, true",
        "productKeys, , true",
        "kind, FACTUAL, true",
        "channel, ads, true",
        "locale, de-CH, true",
        "locale, fr, false"
    })
    void aFilterKeepsWhatFits(String field, String value, boolean keeps) {
        var wanted = value == null ? world.name : value.startsWith(".") ? world.name + value : value;
        var filter = Map.of(field, List.of(wanted));
        assertThat(found("lighthouse lamps", filter).contains(lighthouse)).isEqualTo(keeps);
        var listed = api.send("viewer", "Claims", Map.of("filter", mine(filter), "first", 100));
        assertThat(texts(listed.at("/claims/edges"), "/node/id").contains(lighthouse))
                .isEqualTo(keeps);
    }

    @Test
    void aFilterKeepsWhatSomebodyAnswersForOrWrote() {
        var owner = api.ask("owner", "{ me { id } }", Map.of()).at("/me/id").asString();
        var marketer =
                api.ask("marketer", "{ me { id } }", Map.of()).at("/me/id").asString();
        assertThat(found("lighthouse", Map.of("ownerId", owner))).contains(lighthouse);
        assertThat(found("lighthouse", Map.of("ownerId", marketer))).isEmpty();
        assertThat(found("lighthouse", Map.of("authorId", marketer))).contains(lighthouse);
    }

    @Test
    void facetsCountWhatWasFound() {
        var facets = facets("lighthouse ferry fjord lamps", mine(Map.of()));
        assertThat(facets.get("personas")).containsEntry(world.name, 1);
        assertThat(facets.get("marketProblems")).containsEntry(world.name, 1);
        assertThat(facets.get("competitors")).containsEntry(world.name, 1);
        assertThat(facets.get("features")).containsKey(world.name + ".sync");
        assertThat(facets.get("products").get(world.name)).isGreaterThanOrEqualTo(2);
        assertThat(facets.get("channels")).containsEntry("ads", 1);
        assertThat(facets.get("locales")).containsEntry("de", 1);
        assertThat(facets.get("kinds")).containsOnlyKeys("FACTUAL");
        assertThat(facets.get("standings")).containsOnlyKeys("CURRENT");
        assertThat(facets.get("owners")).hasSize(1);
    }

    @Test
    void whatMatchedIsMarkedAndNothingElseOfItIsMarkup() {
        world.approved(world.claim("<b>Beekeepers</b> & wardens relax.", world.encrypted));
        var first = edges("beekeeper").getFirst();
        assertThat(first.get("highlight").asString())
                .isEqualTo("&lt;b&gt;<mark>Beekeepers</mark>&lt;/b&gt; &amp; wardens relax.");
        assertThat(first.get("score").asDouble()).isPositive();
    }

    @Test
    void pagesHoldEachClaimOnce() {
        var all = found("fjord lighthouse", mine(Map.of()));
        var paged = new ArrayList<String>();
        String after = null;
        do {
            var page = send("fjord lighthouse", mine(Map.of()), 1, after);
            paged.addAll(texts(page.get("edges"), "/node/id"));
            after = page.at("/pageInfo/hasNextPage").asBoolean()
                    ? page.at("/pageInfo/endCursor").asString()
                    : null;
        } while (after != null);
        assertThat(paged).containsExactlyElementsOf(all).contains(lighthouse, ferry);
    }

    @ParameterizedTest
    @CsvSource({
        "ads, de-CH, Neun Sekunden bis zum Licht.",
        "ads, DE, Neun Sekunden bis zum Licht.",
        "ads, fr, Nine seconds to light.",
        "ads, , Nine seconds to light.",
        "web, de-CH, Lighthouse keepers restarted their lamps in nine seconds."
    })
    void aWordingIsChosenByChannelAndLocaleAndFallsBack(String channel, String locale, String wording) {
        var variables = new HashMap<String, Object>(Map.of("id", lighthouse, "channel", channel));
        variables.put("locale", locale);
        var ask = "query($id: ID!, $channel: String, $locale: String) {"
                + " claim(id: $id) { wording(channel: $channel, locale: $locale) }"
                + " publishableClaim(id: $id, channel: $channel, locale: $locale) { text } }";
        var answer = api.ask("viewer", ask, variables);
        assertThat(answer.at("/claim/wording").asString()).isEqualTo(wording);
        assertThat(answer.at("/publishableClaim/text").asString()).isEqualTo(wording);
    }

    @Test
    void aPhraseIsFoundBehindManyWordingsThatAreOnlyLikeIt() {
        for (var i = 0; i < 60; i++) {
            world.drafted(world.claim("Protects harbour %d.".formatted(i), world.fiftyGigabytes));
        }
        var exact = world.drafted(world.claim(
                "Whatever the weather did to them, whoever asked and whatever it cost, we protected harbour walls.",
                world.fiftyGigabytes));
        assertThat(found("\"protected harbour\"", Map.of("status", List.of("DRAFT"))))
                .containsExactly(exact);
    }

    @Test
    void aBlankOrEndlessTextIsRefused() {
        var ask = "query($text: String!) { findMessaging(text: $text) { nodes { id } } }";
        assertThat(api.error("viewer", ask, Map.of("text", " \n"))).isEqualTo("BAD_REQUEST");
        assertThat(api.error("viewer", ask, Map.of("text", "word ".repeat(300))))
                .isEqualTo("BAD_REQUEST");
    }

    @Test
    void saysHowFarMeaningHasCome() {
        var state = api.ask("viewer", "{ searchState { model loaded wordings embedded } }", Map.of())
                .get("searchState");
        assertThat(state.get("loaded").asBoolean()).isTrue();
        assertThat(state.get("embedded").asLong()).isPositive();
    }

    private List<String> found(String text) {
        return found(text, mine(Map.of()));
    }

    /** Of this world alone: other tests share the graph. */
    private List<String> found(String text, Map<String, ?> filter) {
        return texts(send(text, mine(filter), 20, null).get("edges"), "/node/id");
    }

    private List<JsonNode> edges(String text) {
        return StreamSupport.stream(
                        send(text, mine(Map.of()), 20, null).get("edges").spliterator(), false)
                .toList();
    }

    private JsonNode send(String text, Map<String, ?> filter, int first, String after) {
        var variables = new HashMap<String, Object>(Map.of("text", text, "filter", filter, "first", first));
        variables.put("after", after);
        return api.send("viewer", "FindMessaging", variables).get("findMessaging");
    }

    private Map<String, ?> mine(Map<String, ?> filter) {
        var mine = new HashMap<String, Object>(filter);
        mine.putIfAbsent("productKeys", List.of(world.name));
        return mine;
    }

    private Map<String, Map<String, Integer>> facets(String text, Map<String, ?> filter) {
        var ask = "query($text: String!, $filter: ClaimFilter) { findMessaging(text: $text, filter: $filter) { facets {"
                + " personas { ...f } marketProblems { ...f } competitors { ...f } features { ...f } products { ...f }"
                + " channels { ...f } locales { ...f } owners { ...f } kinds { ...f } standings { ...f } } } }"
                + " fragment f on Facet { value name count }";
        var facets = new HashMap<String, Map<String, Integer>>();
        api.ask("viewer", ask, Map.of("text", text, "filter", filter))
                .at("/findMessaging/facets")
                .properties()
                .forEach(facet -> {
                    var counts = new HashMap<String, Integer>();
                    facet.getValue()
                            .forEach(row -> counts.put(
                                    row.get("value").asString(),
                                    row.get("count").asInt()));
                    facets.put(facet.getKey(), counts);
                });
        return facets;
    }

    private static List<String> texts(JsonNode rows, String path) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.at(path).asString())
                .toList();
    }
}

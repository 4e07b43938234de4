package dev.claimgraph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.shared.Json;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A channel of Slack reads which claim changed, why, and what to do; and nobody reaches through it what they could not otherwise. */
class ChatTextTests {

    private static final URI LINK = URI.create("https://claims.example.com/claims/claim_1?tab=why&all=true");
    private static final String OUR_LINK =
            "<https://claims.example.com/claims/claim_1?tab=why&amp;all=true|See the claim>";

    private static final Why MOVED = new Why(
            "FACT_SUSPECT",
            "max-file-size was 50 GB when the fact was verified, and is 10 GB.",
            "Files of up to 50 GB can be uploaded.",
            "max-file-size",
            "50 GB",
            "10 GB",
            "VERIFY_FACT");

    @Test
    void aStaleClaimIsToldWithWhyAndWhatToDo() {
        var told = new Told(
                "claim_1", "Upload files of up to 50 GB", "CURRENT", "STALE", true, false, List.of(MOVED), LINK);
        assertThat(read(told)).isEqualTo(Json.read("""
            {
              "text": "A claim is stale: Upload files of up to 50 GB",
              "blocks": [
                {"type": "header", "text": {"type": "plain_text", "text": "A claim is stale"}},
                {"type": "section", "text": {"type": "mrkdwn", "verbatim": true, "text":
                  "> Upload files of up to 50 GB\\nIt was current and usable; it is stale and not usable."}},
                {"type": "section", "text": {"type": "mrkdwn", "verbatim": true, "text":
                  "*Why:* max-file-size was 50 GB when the fact was verified, and is 10 GB.\\n\
            *Fact:* Files of up to 50 GB can be uploaded.\\n*To do:* verify the fact."}},
                {"type": "section", "text": {"type": "mrkdwn", "verbatim": true, "text":
                  "<https://claims.example.com/claims/claim_1?tab=why&amp;all=true|See the claim>"}}
              ]
            }
            """, JsonNode.class));
    }

    @Test
    void aClaimThatCanBeUsedAgainIsToldToo() {
        var told = new Told("claim_1", "Upload files of up to 50 GB", "STALE", "CURRENT", false, true, List.of(), LINK);
        assertThat(read(told)).isEqualTo(Json.read("""
            {
              "text": "A claim is usable now: Upload files of up to 50 GB",
              "blocks": [
                {"type": "header", "text": {"type": "plain_text", "text": "A claim is usable now"}},
                {"type": "section", "text": {"type": "mrkdwn", "verbatim": true, "text":
                  "> Upload files of up to 50 GB\\nIt was stale and not usable; it is current and usable."}},
                {"type": "section", "text": {"type": "mrkdwn", "verbatim": true, "text":
                  "<https://claims.example.com/claims/claim_1?tab=why&amp;all=true|See the claim>"}}
              ]
            }
            """, JsonNode.class));
    }

    @ParameterizedTest
    @CsvSource({
        "STALE, A claim is stale",
        "BROKEN, A claim is broken",
        "UNSUPPORTED, A claim is unsupported",
        "EXPIRED, A claim is expired",
        "CURRENT, A claim is not usable"
    })
    void theHeadingSaysWhatBecameOfIt(String to, String heading) {
        var told = new Told("claim_1", "Fast", "CURRENT", to, true, false, List.of(), LINK);
        assertThat(read(told).at("/blocks/0/text/text").asString()).isEqualTo(heading);
    }

    @ParameterizedTest
    @CsvSource({
        "<!channel> look, &lt;!channel&gt; look",
        "<@U012345>, &lt;@U012345&gt;",
        "<https://evil.example|See the claim>, &lt;https://evil.example|See the claim&gt;",
        "&lt;!here&gt;, &amp;lt;!here&amp;gt;",
        "'a\n> b\u2028*To do:* nothing', a &gt; b *To do:* nothing"
    })
    void whatPeopleWroteMentionsLinksAndBreaksNothing(String text, String shown) {
        assertThat(Mrkdwn.of(text, 100)).isEqualTo(shown);
    }

    @Property
    void whateverPeopleWroteTheOnlyLinkIsOurs(@ForAll String text) {
        var why = new Why("FACT_SUSPECT", text, text, text, text, text, "VERIFY_FACT");
        var told = new Told("claim_1", text, "CURRENT", "STALE", true, false, List.of(why), LINK);
        assertThat(texts(told)).last().isEqualTo(OUR_LINK);
        assertThat(texts(told).subList(0, 4))
                .noneMatch(shown -> shown.contains("<") || shown.substring(1).contains(">"));
    }

    @Property
    void whatIsCutIsCutBetweenCharacters(@ForAll @StringLength(max = 40) String text) {
        var shown = Mrkdwn.of(text, 20);
        assertThat(shown).hasSizeLessThanOrEqualTo(20);
        var whole = Mrkdwn.of(text, 1_000);
        assertThat(shown.equals(whole)
                        || shown.endsWith("…") && whole.startsWith(shown.substring(0, shown.length() - 1)))
                .isTrue();
        assertThat(shown).doesNotContainPattern("&(?!amp;|lt;|gt;)");
    }

    @Test
    void theLongestMessageIsWithinWhatSlackTakes() {
        var longest = "&".repeat(10_000);
        var why = new Why("FACT_SUSPECT", longest, longest, longest, longest, longest, "VERIFY_FACT");
        var told = new Told("claim_1", longest, "CURRENT", "STALE", true, false, Collections.nCopies(500, why), LINK);
        var read = read(told);
        assertThat(read.get("blocks").size()).isLessThanOrEqualTo(50);
        assertThat(read.at("/blocks/0/text/text").asString()).hasSizeBetween(1, 150);
        assertThat(texts(told)).allSatisfy(text -> assertThat(text).hasSizeBetween(1, 3_000));
        assertThat(read.get("text").asString()).hasSizeLessThanOrEqualTo(4_000);
        assertThat(texts(told)).contains("Reasons beside these: 480.");
    }

    private static JsonNode read(Told told) {
        return Json.read(ChatText.of(told), JsonNode.class);
    }

    /** All that is shown: the fallback, then the blocks in their order. */
    private static List<String> texts(Told told) {
        var read = read(told);
        return Stream.concat(
                        Stream.of(read.get("text")),
                        read.get("blocks").valueStream().map(block -> block.at("/text/text")))
                .map(JsonNode::asString)
                .toList();
    }
}

package dev.claimgraph.webhook;

import dev.claimgraph.shared.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A told change as Slack's incoming webhooks take it: what became of which claim, why, and what to do. */
final class ChatText {

    static final String CONTENT_TYPE = "application/json; charset=utf-8";

    /** With them and what is around them a message stays within the 50 blocks that Slack takes. */
    private static final int MOST_REASONS = 20;

    /** Two of these and what is around them stay within the 3,000 characters of a section. */
    private static final int LONGEST = 1_400;

    private ChatText() {}

    static String of(Told told) {
        var blocks = new ArrayList<Map<String, ?>>();
        blocks.add(Map.of("type", "header", "text", Map.of("type", "plain_text", "text", title(told))));
        blocks.add(section("> %s\n%s".formatted(Mrkdwn.of(told.text(), LONGEST), standings(told))));
        told.reasons().stream().limit(MOST_REASONS).map(ChatText::reason).forEach(blocks::add);
        var more = told.reasons().size() - MOST_REASONS;
        if (more > 0) {
            blocks.add(section("Reasons beside these: %,d.".formatted(more)));
        }
        blocks.add(section("<%s|See the claim>".formatted(Mrkdwn.of(told.link().toASCIIString(), LONGEST))));
        var text = "%s: %s".formatted(title(told), Mrkdwn.of(told.text(), LONGEST));
        return Json.write(Map.of("text", text, "blocks", List.copyOf(blocks)));
    }

    private static String title(Told told) {
        if (told.usableAfter()) {
            return "A claim is usable now";
        }
        return "A claim is " + (told.to().equals("CURRENT") ? "not usable" : words(told.to(), " "));
    }

    private static String standings(Told told) {
        return "It was %s and %s; it is %s and %s."
                .formatted(
                        words(told.from(), " "),
                        usable(told.usableBefore()),
                        words(told.to(), " "),
                        usable(told.usableAfter()));
    }

    private static String usable(boolean isUsable) {
        return isUsable ? "usable" : "not usable";
    }

    private static Map<String, ?> reason(Why why) {
        var lines = new ArrayList<String>();
        lines.add("*Why:* " + Mrkdwn.of(why.message(), LONGEST));
        if (why.fact() != null) {
            lines.add("*Fact:* " + Mrkdwn.of(why.fact(), LONGEST));
        }
        if (why.clearedBy() != null) {
            lines.add("*To do:* %s.".formatted(words(why.clearedBy(), " the ")));
        }
        return section(String.join("\n", lines));
    }

    /** Verbatim: Slack makes no links or mentions of its own out of what people wrote. */
    private static Map<String, ?> section(String mrkdwn) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", mrkdwn, "verbatim", true));
    }

    private static String words(String code, String space) {
        return code.toLowerCase(Locale.ROOT).replace("_", space);
    }
}

package dev.claimgraph.copycheck;

import dev.claimgraph.Api;
import dev.claimgraph.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where copy is checked before it is printed, and phrases are flagged. */
record Desk(Api api) {

    static final String RUN = """
        id verdict draftSha256 libraryState rules channel locale format characters checkedAt checkedBy { name }
        findings {
          code message start end excerpt match suggestion blocks claim { id text } nearest { id }
        }
        history { totalCount }
        """;

    private static final String CHECK =
            "query($text: String!, $channel: String, $locale: String, $format: CopyFormat) {"
                    + " checkCopy(text: $text, channel: $channel, locale: $locale, format: $format) { " + RUN + " } }";

    private static final String FLAG =
            "mutation($input: FlagPhraseInput!) { flagPhrase(input: $input) { flaggedPhrase { id } problems { code"
                    + " path } } }";

    private static final String ASK = """
        mutation($input: AskAboutCopyInput!) {
          askAboutCopy(input: $input) {
            question { id text status subject { id } askedBy { name } answer { fact { statement } } }
            problems { code message path }
          }
        }
        """;

    JsonNode check(String text) {
        return check(text, null, null, null);
    }

    JsonNode check(String text, @Nullable String channel, @Nullable String locale, @Nullable String format) {
        return api.ask("viewer", CHECK, variables(text, channel, locale, format))
                .get("checkCopy");
    }

    /** What is said instead of an answer. */
    String refusal(String text, @Nullable String channel, @Nullable String locale) {
        var error =
                api.raw("viewer", CHECK, variables(text, channel, locale, null)).at("/errors/0");
        return error.at("/extensions/code").asString() + ": "
                + error.get("message").asString();
    }

    JsonNode kept(String id) {
        var document = "query($id: ID!) { checkRun(id: $id) { " + RUN + " } }";
        return api.ask("viewer", document, Map.of("id", id)).get("checkRun");
    }

    JsonNode ask(String account, Map<String, ?> input) {
        return api.ask(account, ASK, Map.of("input", input)).get("askAboutCopy");
    }

    /** Flags a phrase, and gives its id. */
    String flag(String phrase, boolean forbidden) {
        return flag(phrase, Map.of("forbidden", forbidden));
    }

    String flag(String phrase, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of("phrase", phrase, "reason", "Nobody knows."));
        input.putAll(more);
        var payload = api.ask("approver", FLAG, Map.of("input", input)).get("flagPhrase");
        if (!payload.get("problems").isEmpty()) {
            throw new AssertionError(phrase + " was not flagged: " + payload.get("problems"));
        }
        return payload.at("/flaggedPhrase/id").asString();
    }

    void unflag(String id) {
        api.done("approver", Input.to("UnflagPhrase").with("phraseId", id));
    }

    static List<JsonNode> findings(JsonNode run) {
        return StreamSupport.stream(run.get("findings").spliterator(), false).toList();
    }

    static List<String> codes(JsonNode run) {
        return findings(run).stream()
                .map(finding -> finding.get("code").asString())
                .toList();
    }

    /** The one finding that there has to be. */
    static JsonNode only(JsonNode run) {
        var findings = findings(run);
        if (findings.size() != 1) {
            throw new AssertionError("Not one finding: " + findings);
        }
        return findings.getFirst();
    }

    /** What a finding's places cut out of what was sent. */
    static String slice(String text, JsonNode finding) {
        return text.substring(finding.get("start").asInt(), finding.get("end").asInt());
    }

    private static Map<String, Object> variables(
            String text, @Nullable String channel, @Nullable String locale, @Nullable String format) {
        var variables = new HashMap<String, Object>(Map.of("text", text));
        variables.put("channel", channel);
        variables.put("locale", locale);
        variables.put("format", format);
        return variables;
    }
}

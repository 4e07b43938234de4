package dev.claimgraph.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Marketing asks a straight question, the subject's owner answers with a fact, and the next one who asks finds it. */
@ClaimgraphTest
class QuestionStory {

    private static final String ASK = """
        mutation($input: AskQuestionInput!) {
          askQuestion(input: $input) {
            question {
              id text status age askedAt askedBy { name } subject { id questions(first: 10) { nodes { id } totalCount } }
              answer { note at by { name } fact { id statement standing subject { id } } }
              history(first: 10) { nodes { action } }
            }
            problems { code path }
          }
        }
        """;

    private static final String FOR_ME = """
        query($filter: QuestionFilter, $first: Int, $after: String) {
          questions(filter: $filter, first: $first, after: $after) {
            nodes { id age } totalCount pageInfo { hasNextPage endCursor }
          }
        }
        """;

    private World world;
    private Api api;

    @BeforeEach
    void aWorld(@LocalServerPort int port) {
        api = new Api(port);
        world = new World(api);
    }

    @Test
    void aQuestionIsAnsweredWithANewFactWhichTheNextOneWhoAsksFinds() {
        var asked = ask("marketer", "How many seats does it have?");
        assertThat(asked.get("status").asString()).isEqualTo("OPEN");
        assertThat(asked.at("/askedBy/name").asString()).isEqualTo(name("marketer"));
        assertThat(asked.get("answer").isNull()).isTrue();
        assertThat(Duration.parse(asked.get("age").asString())).isBetween(Duration.ZERO, Duration.ofMinutes(1));

        var fact = Map.of("statement", "It has 12 seats.", "kind", "LIMIT", "dependsOn", List.of("regions"));
        api.done("owner", answer(asked).with("fact", fact).with("note", "Since May."));

        var again = ask("viewer", "  how many SEATS\n does it have? ");
        assertThat(again.get("id")).isEqualTo(asked.get("id"));
        assertThat(again.get("text").asString()).isEqualTo("How many seats does it have?");
        assertThat(again.get("status").asString()).isEqualTo("ANSWERED");
        assertThat(again.get("age").isNull()).isTrue();
        assertThat(again.at("/answer/note").asString()).isEqualTo("Since May.");
        assertThat(again.at("/answer/by/name").asString()).isEqualTo(name("owner"));
        assertThat(again.at("/answer/fact/statement").asString()).isEqualTo("It has 12 seats.");
        assertThat(again.at("/answer/fact/standing").asString()).isEqualTo("UNVERIFIED");
        assertThat(again.at("/answer/fact/subject/id").asString()).isEqualTo(world.sync);
        assertThat(again.at("/subject/questions/totalCount").asInt()).isEqualTo(1);
        assertThat(again.get("history").findValuesAsString("action")).containsExactly("askQuestion", "answerQuestion");
    }

    @Test
    void aFactThatIsThereAnswersToo() {
        var asked = ask("viewer", "Are files encrypted?");
        api.done("owner", answer(asked).with("factId", world.encrypted));
        assertThat(ask("viewer", "Are files encrypted?").at("/answer/fact/id").asString())
                .isEqualTo(world.encrypted);
        assertThat(api.refused("owner", answer(asked).with("factId", world.everything)))
                .containsExactly("WRONG_STATUS questionId");

        api.done(
                "owner", Input.to("RetractFact").with("factId", world.encrypted).with("reason", "It was wrong."));
        assertThat(api.refused("owner", answer(asked).with("factId", world.encrypted)))
                .containsExactly("WRONG_STATUS factId");
        api.done("owner", answer(asked).with("factId", world.everything));
        assertThat(ask("viewer", "Are files encrypted?").at("/answer/fact/id").asString())
                .isEqualTo(world.everything);
    }

    @Test
    void askedAgainAQuestionWaitsAgainWhereItsAnswerWasRetracted() {
        var asked = ask("viewer", "Is it still so?");
        api.done("owner", answer(asked).with("factId", world.encrypted).with("note", "It is."));
        api.done(
                "owner", Input.to("RetractFact").with("factId", world.encrypted).with("reason", "It was wrong."));
        assertThat(forMe("owner")).isEmpty();

        var again = ask("marketer", "Is it still so?");
        assertThat(again.get("id")).isEqualTo(asked.get("id"));
        assertThat(again.get("status").asString()).isEqualTo("OPEN");
        assertThat(again.get("answer").isNull()).isTrue();
        assertThat(again.at("/askedBy/name").asString()).isEqualTo(name("marketer"));
        assertThat(again.get("askedAt").asString())
                .isGreaterThan(asked.get("askedAt").asString());
        assertThat(again.get("history").findValuesAsString("action"))
                .containsExactly("askQuestion", "answerQuestion", "askQuestion");
        assertThat(forMe("owner")).containsExactly(asked.get("id").asString());
        assertThat(ask("viewer", "Is it still so?").get("askedAt")).isEqualTo(again.get("askedAt"));

        api.done("owner", answer(again).with("factId", world.everything));
        assertThat(ask("viewer", "Is it still so?").at("/answer/note").isNull()).isTrue();
    }

    @Test
    void anUnansweredQuestionIsOnTheOwnersQueueOldestFirst() {
        var first = ask("viewer", "What of it?").get("id").asString();
        var second = ask("viewer", "What else?").get("id").asString();
        var answered = ask("viewer", "And then?");
        api.done("owner", answer(answered).with("factId", world.encrypted));
        assertThat(forMe("owner")).containsExactly(first, second);
        assertThat(forMe("admin")).isEmpty();

        changeOwner(world.product, id("admin"));
        assertThat(forMe("owner")).isEmpty();
        assertThat(forMe("admin")).containsExactly(first, second);
        changeOwner(world.sync, id("owner"));
        assertThat(forMe("owner")).containsExactly(first, second);
        assertThat(forMe("admin")).isEmpty();
    }

    @Test
    void theQueueIsReadPageByPage() {
        ask("viewer", "One?");
        ask("viewer", "Two?");
        var filter = Map.of("status", "OPEN", "forMe", true);
        var variables = new HashMap<String, Object>(Map.of("filter", filter, "first", 1));
        var all = 0;
        JsonNode page;
        do {
            page = api.ask("owner", FOR_ME, variables).get("questions");
            all += page.get("nodes").size();
            variables.put("after", page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());
        assertThat(all).isEqualTo(page.get("totalCount").asInt()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whoeverAskedMayTakeTheQuestionBackAndAskAnew() {
        var asked = ask("viewer", "Never mind?");
        var withdrawal =
                Input.to("WithdrawQuestion").with("questionId", asked.get("id").asString());
        assertThat(api.forbidden("marketer", withdrawal)).isEqualTo("only whoever asked it first may, or an ADMIN.");
        api.done("viewer", withdrawal);
        assertThat(api.refused("viewer", withdrawal)).containsExactly("WRONG_STATUS questionId");
        assertThat(api.refused("owner", answer(asked).with("factId", world.encrypted)))
                .containsExactly("WRONG_STATUS questionId");
        var anew = ask("viewer", "Never mind?");
        assertThat(anew.get("id")).isNotEqualTo(asked.get("id"));
        assertThat(anew.get("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void whatIsWrongWithAnAnswerIsSaidWithItsPlace() {
        var asked = ask("viewer", "What?");
        var fact = Map.of("statement", " ", "kind", "LIMIT", "dependsOn", List.of("nothing"));
        assertThat(api.refused("owner", answer(asked).with("fact", fact)))
                .containsExactlyInAnyOrder("REQUIRED fact.statement", "UNKNOWN_ATTRIBUTE fact.dependsOn.0");
        assertThat(api.refused("owner", answer(asked))).containsExactly("REQUIRED factId");
        assertThat(api.refused("owner", answer(asked).with("factId", world.sizes)))
                .containsExactly("WRONG_TYPE factId");
        assertThat(api.refused("owner", answer(asked).with("factId", "fact_none")))
                .containsExactly("NOT_FOUND factId");
        assertThat(ask("viewer", "What?").get("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void onlyTheSubjectsOwnerAnswers() {
        changeOwner(world.sync, id("admin"));
        var input = answer(ask("viewer", "Who?")).with("factId", world.encrypted);
        assertThat(api.forbidden("owner", input)).startsWith("only its owner may, ");
        api.done("admin", input);
    }

    @Test
    void ofManyWhoAskTheSameAtOnceAllGetOneQuestion() {
        var ids = AtOnce.times(8, () -> ask("viewer", "All at once?").get("id").asString());
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void aQuestionIsAboutASubjectAndSaysSomething() {
        assertThat(api.refused("viewer", question(" "))).containsExactly("REQUIRED text");
        assertThat(api.refused("viewer", question("x".repeat(2_001)))).containsExactly("TOO_LONG text");
        assertThat(api.refused("viewer", question("What?").with("subjectId", world.encrypted)))
                .containsExactly("WRONG_TYPE subjectId");
        assertThat(api.refused("viewer", question("What?").with("subjectId", "feature_none")))
                .containsExactly("NOT_FOUND subjectId");
    }

    private JsonNode ask(String account, String text) {
        return api.ask(account, ASK, Map.of("input", question(text).fields())).at("/askQuestion/question");
    }

    private Input question(String text) {
        return Input.to("AskQuestion").with("subjectId", world.sync).with("text", text);
    }

    private static Input answer(JsonNode question) {
        return Input.to("AnswerQuestion").with("questionId", question.get("id").asString());
    }

    private List<String> forMe(String account) {
        var filter = Map.of("status", "OPEN", "forMe", true, "subjectIds", List.of(world.sync));
        var narrow = api.ask(account, FOR_ME, Map.of("filter", filter))
                .at("/questions/nodes")
                .findValuesAsString("id");
        var all = api.ask(account, FOR_ME, Map.of("filter", Map.of("status", "OPEN", "forMe", true), "first", 100))
                .at("/questions/nodes")
                .findValuesAsString("id");
        assertThat(all).containsSubsequence(narrow.isEmpty() ? all : narrow);
        return narrow;
    }

    private void changeOwner(String thing, String owner) {
        api.done("admin", Input.to("ChangeOwner").with("id", thing).with("ownerId", owner));
    }

    private String id(String account) {
        return api.ask(account, "{ me { id } }", Map.of()).at("/me/id").asString();
    }

    private String name(String account) {
        return api.ask(account, "{ me { name } }", Map.of()).at("/me/name").asString();
    }
}

package dev.claimgraph.impact;

import static dev.claimgraph.ClaimAssert.assertThatClaim;
import static dev.claimgraph.World.attribute;
import static dev.claimgraph.World.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Personas, market problems and competitors are revised, and the revision previewed, as features are. */
@ClaimgraphTest
class SubjectRevisionTests {

    private static final String REVISE = """
        mutation($input: Revise%1$sInput!) {
          revise%1$s(input: $input) {
            subject: %2$s { name summary revision }
            impact { suspectFacts staleClaims affectedUsages }
            problems { code path }
          }
        }
        """;
    private static final String PREVIEW = """
        query($input: Revise%1$sInput!) {
          preview%1$sRevision(input: $input) {
            suspectFacts { nodes { id } } staleClaims { nodes { id } } affectedUsages problems { code path }
          }
        }
        """;
    private static final String LINKS = """
        query($id: ID!) {
          marketProblem(id: $id) {
            revision personas { id } features { id } revisions(last: 1) { nodes { changes { attribute } } }
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

    @ParameterizedTest
    @ValueSource(strings = {"Persona", "MarketProblem", "Competitor"})
    void aPreviewForetellsWhatTheRevisionDoes(String type) {
        done(revise(type, input(type, 1, "setAttributes", List.of(attribute("size", number(10, "seats"))))));
        var fact = world.verified(world.fact(id(type), "It has ten seats.").with("dependsOn", List.of("size")));
        var claim = world.approved(world.claim("For ten.", fact));
        var more = input(type, 2, "setAttributes", List.of(attribute("size", number(20, "seats"))));

        var preview = preview(type, more);
        assertThat(preview.get("problems")).isEmpty();
        assertThat(preview.get("suspectFacts").findValuesAsString("id")).containsExactly(fact);
        assertThat(preview.get("staleClaims").findValuesAsString("id")).containsExactly(claim);
        assertThatClaim(world.trace(claim)).isUsable();

        var revised = done(revise(type, more));
        assertThat(revised.at("/impact/suspectFacts").asInt()).isEqualTo(1);
        assertThat(revised.at("/impact/staleClaims").asInt()).isEqualTo(1);
        assertThat(revised.at("/subject/revision").asInt()).isEqualTo(3);
        assertThatClaim(world.trace(claim)).isUnusableBecause("FACT_SUSPECT size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Persona", "MarketProblem", "Competitor"})
    void aNameAndASummaryChangeAndNothingDependsOnThem(String type) {
        var fact = world.verified(world.fact(id(type), "It is as we know it."));
        var claim = world.approved(world.claim("As you know it.", fact));
        var subject = done(revise(type, input(type, 1, "name", "New", "summary", "Anew.")))
                .get("subject");
        assertThat(subject.get("name").asString()).isEqualTo("New");
        assertThat(subject.get("summary").asString()).isEqualTo("Anew.");
        assertThatClaim(world.trace(claim)).isUsable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Persona", "MarketProblem", "Competitor"})
    void aLostRaceIsAConflictForTheRevisionAndItsPreview(String type) {
        done(revise(type, input(type, 1, "name", "First")));
        var late = revise(type, input(type, 1, "name", "Late"));
        assertThat(problems(late)).containsExactly("CONFLICT expectedRevision");
        assertThat(late.at("/subject/name").asString()).isEqualTo("First");
        assertThat(problems(preview(type, input(type, 1, "name", "Late"))))
                .containsExactly("CONFLICT expectedRevision");
    }

    @Test
    void whoHasAMarketProblemAndWhatSolvesItAreReplaced() {
        done(revise(
                "MarketProblem",
                input(
                        "MarketProblem",
                        1,
                        "personaIds",
                        List.of(world.persona),
                        "featureIds",
                        List.of(world.sync, world.share))));
        assertThat(links("personas")).containsExactly(world.persona);
        assertThat(links("features")).containsExactlyInAnyOrder(world.sync, world.share);
        done(revise("MarketProblem", input("MarketProblem", 2, "featureIds", List.of(world.share))));
        assertThat(links("personas")).containsExactly(world.persona);
        assertThat(links("features")).containsExactly(world.share);
        done(revise("MarketProblem", input("MarketProblem", 3, "personaIds", List.of(), "featureIds", List.of())));
        assertThat(links("personas")).isEmpty();
        assertThat(links("features")).isEmpty();
        assertThat(problem().get("revisions").findValuesAsString("attribute")).containsExactly("personas", "features");
    }

    @Test
    void theSameLinksInAnotherOrderAreNoRevision() {
        done(revise("MarketProblem", input("MarketProblem", 1, "featureIds", List.of(world.sync, world.share))));
        var again = List.of(world.share, world.sync, world.share);
        var same = done(revise("MarketProblem", input("MarketProblem", 2, "featureIds", again)));
        assertThat(same.at("/subject/revision").asInt()).isEqualTo(2);
    }

    @Test
    void everythingThatIsWrongWithARevisionIsSaidAtOnce() {
        var wrong = input(
                "MarketProblem",
                1,
                "name",
                " ",
                "personaIds",
                List.of(world.persona, world.sync),
                "featureIds",
                List.of("nonsense"),
                "setAttributes",
                List.of(attribute("lifecycle", Map.of("boolean", true))));
        var problems = List.of(
                "WRONG_TYPE personaIds.1", "NOT_FOUND featureIds.0", "REQUIRED name", "INVALID setAttributes.0.name");
        assertThat(problems(revise("MarketProblem", wrong))).containsExactlyInAnyOrderElementsOf(problems);
        assertThat(problems(preview("MarketProblem", wrong))).containsExactlyInAnyOrderElementsOf(problems);
        assertThat(problem().get("revision").asInt()).isEqualTo(1);
    }

    private JsonNode revise(String type, Map<String, Object> input) {
        return api.ask("owner", REVISE.formatted(type, field(type)), Map.of("input", input))
                .get("revise" + type);
    }

    private JsonNode preview(String type, Map<String, Object> input) {
        return api.ask("viewer", PREVIEW.formatted(type), Map.of("input", input))
                .get("preview" + type + "Revision");
    }

    private Map<String, Object> input(String type, int expectedRevision, Object... fields) {
        var input =
                new HashMap<String, Object>(Map.of(field(type) + "Id", id(type), "expectedRevision", expectedRevision));
        for (var i = 0; i < fields.length; i += 2) {
            input.put((String) fields[i], fields[i + 1]);
        }
        return input;
    }

    private String id(String type) {
        return switch (type) {
            case "Persona" -> world.persona;
            case "MarketProblem" -> world.problem;
            default -> world.competitor;
        };
    }

    private List<String> links(String field) {
        return problem().get(field).findValuesAsString("id");
    }

    private JsonNode problem() {
        return api.ask("viewer", LINKS, Map.of("id", world.problem)).get("marketProblem");
    }

    private static String field(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private static JsonNode done(JsonNode payload) {
        assertThat(payload.get("problems")).isEmpty();
        return payload;
    }

    private static List<String> problems(JsonNode payload) {
        return payload.get("problems")
                .valueStream()
                .map(problem -> problem.get("code").asString() + " " + String.join(".", Api.texts(problem.get("path"))))
                .toList();
    }
}

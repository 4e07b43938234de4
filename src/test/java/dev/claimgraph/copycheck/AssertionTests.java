package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.search.Meaning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What asserts something; {@code ./mvnw test -Dtest=AssertionTests -Dclaimgraph.write-weights=true} trains on all labelled sentences. */
@SpringJUnitConfig({Meaning.class, Assertion.class})
@TestPropertySource(
        properties =
                "claimgraph.search.model=dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel")
@TestConstructor(autowireMode = AutowireMode.ALL)
class AssertionTests {

    private static final Path WEIGHTS = Path.of("src/main/resources/copycheck/assertion-weights.txt");

    private final Assertion assertion;

    AssertionTests(Assertion assertion) {
        this.assertion = assertion;
    }

    @Test
    void theWeightsAreThoseOfTheLabelledSentences() throws IOException {
        var labelled = labelled();
        var features = assertion.features(labelled.keySet());
        labelled.keySet().retainAll(features.keySet());
        var weights = LogisticRegression.fit(
                labelled.keySet().stream().map(features::get).toList(), List.copyOf(labelled.values()));
        if (Boolean.getBoolean("claimgraph.write-weights")) {
            Files.writeString(
                    WEIGHTS,
                    Arrays.stream(weights).mapToObj("%.4f"::formatted).collect(Collectors.joining("\n", "", "\n")));
        }
        var shipped = Arrays.stream(Files.readString(WEIGHTS).strip().split("\n"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(features.values().stream()
                        .filter(sentence ->
                                Assertion.asserts(sentence, shipped) == Assertion.asserts(sentence, weights))
                        .count())
                .as("sentences told alike, of " + features.size())
                .isGreaterThan(features.size() * 995L / 1000);
    }

    private static Map<String, Boolean> labelled() throws IOException {
        var labelled = new LinkedHashMap<String, Boolean>();
        lines("asserting").forEach(line -> labelled.put(line, true));
        lines("other").forEach(line -> labelled.put(line, false));
        for (var piece : Labelled.all("development")) {
            var sentences = Draft.read(piece.text(), CopyFormat.of(piece.text()), null, null)
                    .sentences();
            var isOther = piece.kind().equals("puffery") || piece.kind().equals("unrelated");
            if (isOther || piece.kind().equals("unsupported") && sentences.size() == 1) {
                sentences.forEach(sentence -> labelled.put(sentence.whole().text(), !isOther));
            }
        }
        return labelled;
    }

    private static List<String> lines(String sort) throws IOException {
        return new ClassPathResource("copycheck/assertions/%s.txt".formatted(sort))
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}

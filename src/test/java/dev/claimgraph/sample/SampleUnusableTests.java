package dev.claimgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.fact.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContextException;
import org.springframework.data.neo4j.core.Neo4jClient;

/** Sample data that a door refuses, or that is not wanted. */
@ClaimgraphTest
class SampleUnusableTests {

    private static final SampleProduct PRODUCT = new SampleProduct("sample-unusable", "Sample", null);

    private final SampleLoader loader;
    private final ObjectProvider<SampleData> sampleData;
    private final Neo4jClient graph;

    SampleUnusableTests(SampleLoader loader, ObjectProvider<SampleData> sampleData, Neo4jClient graph) {
        this.loader = loader;
        this.sampleData = sampleData;
        this.graph = graph;
    }

    @Test
    void nothingIsLoadedWhereItIsSwitchedOff() {
        assertThat(sampleData.stream()).isEmpty();
        assertThat(isThere("averley-drawings")).isFalse();
    }

    @Test
    void aRefusedEntryIsNamedWithItsFileAndTheProblem() {
        assertThatThrownBy(() -> load(List.of(feature(Map.of("number", Map.of("value", "many")))), List.of()))
                .isInstanceOf(SampleUnusable.class)
                .hasMessage(
                        "The sample data has a mistake in seed/features.yaml, sample-feature, so correct that or set"
                                + " claimgraph.sample-data to false: attributes.0.value: This value must be a decimal"
                                + " number.");
    }

    @Test
    void anEntryThatNamesWhatIsNotThereIsNamed() {
        var event = new SampleEvent.Verify("no-such", Decision.VERIFIED, null, null);

        assertThatThrownBy(() -> load(List.of(), List.of(event)))
                .isInstanceOf(SampleUnusable.class)
                .hasMessageContaining("seed/events.yaml, verify no-such,")
                .hasMessageEndingWith(": There is no fact no-such.");
    }

    @Test
    void aRefusedEntryLeavesNothingOfThoseBeforeIt() {
        assertThatThrownBy(() -> load(List.of(feature(Map.of())), List.of())).isInstanceOf(SampleUnusable.class);

        assertThat(isThere(PRODUCT.key())).isFalse();
    }

    @Test
    void aMisspeltFieldIsNamedWithItsEntry() {
        assertThatThrownBy(() -> SampleFile.read("sample/misspelt.yaml", SampleProduct.class))
                .isInstanceOf(SampleUnusable.class)
                .hasMessageContaining("sample/misspelt.yaml, entry 2,")
                .hasMessageContaining("\"nmae\"");
    }

    @Test
    void anUnknownEventIsNamedWithItsEntry() {
        assertThatThrownBy(() -> SampleFile.read("sample/unknown-event.yaml", SampleEvent.class))
                .isInstanceOf(SampleUnusable.class)
                .hasMessageContaining("sample/unknown-event.yaml, entry 1,")
                .hasMessageContaining("'forget'");
    }

    @Test
    void whatIsNoYamlIsNamedWithItsEntry() {
        assertThatThrownBy(() -> SampleFile.read("sample/no-yaml.yaml", SampleProduct.class))
                .isInstanceOf(SampleUnusable.class)
                .hasMessageContaining("sample/no-yaml.yaml, entry 1,");
    }

    @Test
    void theServiceSaysThatSentenceAsItFailsToStart() {
        var failure = new ApplicationContextException("", new SampleUnusable("a.yaml", "a-key", "It is wrong."));

        assertThat(new SampleUnusableAnalyzer().analyze(failure).getDescription())
                .startsWith("The sample data has a mistake in a.yaml, a-key,")
                .endsWith(": It is wrong.");
    }

    private void load(List<SampleSubject> features, List<SampleEvent> events) {
        loader.load(new SampleCompany(
                new SampleFile<>("seed/products.yaml", List.of(PRODUCT)),
                new SampleFile<>("seed/features.yaml", features),
                new SampleFile<>("seed/personas.yaml", List.of()),
                new SampleFile<>("seed/market-problems.yaml", List.of()),
                new SampleFile<>("seed/competitors.yaml", List.of()),
                new SampleFile<>("seed/facts.yaml", List.of()),
                new SampleFile<>("seed/claims.yaml", List.of()),
                new SampleFile<>("seed/events.yaml", events),
                new SampleFile<>("seed/flagged-phrases.yaml", List.of())));
    }

    private static SampleSubject feature(Map<String, Object> value) {
        var attributes = List.of(new AttributeInput("size", value));
        return new SampleSubject("sample-feature", PRODUCT.key(), "Sample", null, null, attributes, null, null);
    }

    private boolean isThere(String product) {
        return graph.query("RETURN EXISTS { (:Product {key: $key}) }")
                .bind(product)
                .to("key")
                .fetchAs(Boolean.class)
                .one()
                .orElseThrow();
    }
}

package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that is set by its class's name is run with fewer threads, and nothing else about it is another. */
class MiniLmTests {

    private final MiniLm ours = new MiniLm();
    private final AllMiniLmL6V2QuantizedEmbeddingModel theirs = new AllMiniLmL6V2QuantizedEmbeddingModel();

    @ParameterizedTest
    @ValueSource(
            strings = {"sso", "how do we share a scan of fifty gigabytes", "Uploads pick up where they broke off."})
    void vectorsOfBeforeStayComparable(String text) {
        assertThat(Meaning.cosine(
                        ours.embed(text).content().vector(),
                        theirs.embed(text).content().vector()))
                .isGreaterThan(0.99999);
    }
}

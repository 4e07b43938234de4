package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that is set by its class's name is run with fewer threads, and nothing else about it is another. */
class SingleThreadedModelTests {

    static Stream<EmbeddingModel> theirs() {
        return Stream.of(new AllMiniLmL6V2QuantizedEmbeddingModel(), new E5SmallV2QuantizedEmbeddingModel());
    }

    @ParameterizedTest
    @MethodSource("theirs")
    void vectorsOfBeforeStayComparable(EmbeddingModel theirs) {
        var ours = Meaning.load(theirs.getClass().getName()).orElseThrow();
        assertThat(ours).isInstanceOf(SingleThreadedModel.class);
        for (var text : new String[] {
            "sso", "how do we share a scan of fifty gigabytes", "query: Uploads pick up where they broke off."
        }) {
            assertThat(Meaning.cosine(
                            ours.embed(text).content().vector(),
                            theirs.embed(text).content().vector()))
                    .as(text)
                    .isGreaterThan(0.99999);
        }
    }
}

package dev.claimgraph.search;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * {@link AllMiniLmL6V2QuantizedEmbeddingModel} with one thread for a text. By itself it takes all processors for each, and its threads
 * spin while they wait for one another: a short text costs more than twice the processor time and is embedded no sooner.
 */
final class MiniLm extends AbstractInProcessEmbeddingModel {

    /** What its vectors are known by, which are the same. */
    static final String NAME = AllMiniLmL6V2QuantizedEmbeddingModel.class.getName();

    private static final String FILE = "/all-minilm-l6-v2-q";

    /** They have to be there as long as the session. */
    private final OrtSession.SessionOptions options = new OrtSession.SessionOptions();

    private final OnnxBertBiEncoder encoder;

    MiniLm() {
        super(null);
        encoder = encoder(options);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    private static OnnxBertBiEncoder encoder(OrtSession.SessionOptions options) {
        try (var model = file(".onnx");
                var tokenizer = file("-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model.readAllBytes(), options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
        } catch (OrtException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream file(String ending) {
        return Objects.requireNonNull(AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream(FILE + ending));
    }
}

package dev.claimgraph.search;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The library's models with one thread for a text. By themselves they take all processors for each, and their threads spin while they
 * wait for one another: a short text costs more than twice the processor time and is embedded no sooner.
 */
final class SingleThreadedModel extends AbstractInProcessEmbeddingModel {

    /** What their vectors are known by, which are the same, and what their files begin with. */
    private static final Map<String, String> FILES = Map.of(
            AllMiniLmL6V2QuantizedEmbeddingModel.class.getName(), "/all-minilm-l6-v2-q",
            E5SmallV2QuantizedEmbeddingModel.class.getName(), "/e5-small-v2-q");

    private static final Map<String, SingleThreadedModel> LOADED = new ConcurrentHashMap<>();

    /** They have to be there as long as the session. */
    private final OrtSession.SessionOptions options = new OrtSession.SessionOptions();

    private final OnnxBertBiEncoder encoder;

    private SingleThreadedModel(String file) {
        super(null);
        encoder = encoder(file, options);
    }

    static boolean isKnown(String name) {
        return FILES.containsKey(name);
    }

    /**
     * Loaded once for the process, as the library's own are.
     *
     * @param name one that is {@link #isKnown known}
     */
    static EmbeddingModel named(String name) {
        return LOADED.computeIfAbsent(name, known -> new SingleThreadedModel(Objects.requireNonNull(FILES.get(known))));
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    private static OnnxBertBiEncoder encoder(String file, OrtSession.SessionOptions options) {
        try (var model = read(file + ".onnx");
                var tokenizer = read(file + "-tokenizer.json")) {
            options.setIntraOpNumThreads(1);
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model.readAllBytes(), options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
        } catch (OrtException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream read(String file) {
        return Objects.requireNonNull(SingleThreadedModel.class.getResourceAsStream(file));
    }
}

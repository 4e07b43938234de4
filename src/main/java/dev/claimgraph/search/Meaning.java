package dev.claimgraph.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What texts mean, as vectors of a model that runs in this process. Where the model cannot be loaded, nothing has a meaning, and
 * claims are found by their words alone.
 */
@Component
public class Meaning implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Meaning.class);

    private static final Duration LONGEST_LOADING = Duration.ofSeconds(30);

    /** Bytes of vectors and texts. */
    private static final int REMEMBERED = 32_000_000;

    /** What a text has to have for a model to find anything in it. */
    private static final Pattern SAYING = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private final String model;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Optional<EmbeddingModel>>> models = new ConcurrentHashMap<>();
    private final Cache<Key, float[]> vectors = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED)
            .weigher((Key key, float[] vector) ->
                    4 * vector.length + 2 * key.text().length())
            .build();

    /** @param model the class of the model, which begins to load here, beside all else that starts */
    Meaning(@Value("${claimgraph.search.model}") String model) {
        this.model = model;
        prepare(model);
    }

    /** A process that ends while the library of a model is being loaded may be aborted by it. */
    @Override
    public void close() {
        CompletableFuture.allOf(models.values().toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, LONGEST_LOADING.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** The model that new texts are embedded with. */
    String model() {
        return model;
    }

    /** Whether the model is there; waits until that is known. */
    public boolean isKnown() {
        return named(model).join().isPresent();
    }

    /** Begins to load another model, beside all else that goes on. */
    public void prepare(String name) {
        prepared.add(name);
        named(name);
    }

    /** Whether it is known by now that a model that is in use cannot be loaded. */
    boolean isMissing() {
        return prepared.stream()
                .map(this::named)
                .anyMatch(loading -> loading.isDone() && loading.join().isEmpty());
    }

    /** By text; without those that say nothing, and empty where the model is not there. */
    public Map<String, float[]> of(Collection<String> texts) {
        return by(model, texts);
    }

    /** By text, as another model has it; empty where that is not there. */
    public Map<String, float[]> by(String name, Collection<String> texts) {
        var known = named(name).join();
        if (known.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, float[]>();
        var saying = texts.stream().filter(text -> SAYING.matcher(text).find()).toList();
        for (var text : saying) {
            var vector = vectors.getIfPresent(new Key(name, text));
            if (vector != null) {
                found.put(text, vector);
            }
        }
        var missing = saying.stream()
                .filter(text -> !found.containsKey(text))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            var embedded = embedded(known.get(), missing);
            for (var i = 0; i < missing.size(); i++) {
                vectors.put(new Key(name, missing.get(i)), embedded.get(i));
                found.put(missing.get(i), embedded.get(i));
            }
        }
        return found;
    }

    static double cosine(float[] one, float[] other) {
        return CosineSimilarity.between(Embedding.from(one), Embedding.from(other));
    }

    private static List<float[]> embedded(EmbeddingModel model, List<String> texts) {
        return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(embedding -> embedding.vector())
                .toList();
    }

    private CompletableFuture<Optional<EmbeddingModel>> named(String name) {
        return models.computeIfAbsent(name, wanted -> {
            var loading = new CompletableFuture<Optional<EmbeddingModel>>();
            Thread.ofPlatform().daemon().name("embedding-model").start(() -> loading.complete(load(wanted)));
            return loading;
        });
    }

    /** Natives that do not fit this machine come as errors of linking. */
    static Optional<EmbeddingModel> load(String name) {
        try {
            return Optional.of(
                    SingleThreadedModel.isKnown(name)
                            ? SingleThreadedModel.named(name)
                            : Class.forName(name)
                                    .asSubclass(EmbeddingModel.class)
                                    .getConstructor()
                                    .newInstance());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            log.warn("The embedding model {} cannot be loaded; what it is for goes by words alone", name, e);
            return Optional.empty();
        }
    }

    private record Key(String model, String text) {}
}

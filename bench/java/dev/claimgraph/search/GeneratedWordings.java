package dev.claimgraph.search;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.fact.Fact;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a generated library is found by, as {@link WordingRepository} writes it; with vectors or, without a model, for good without. */
public final class GeneratedWordings {

    private final String name;
    private final @Nullable EmbeddingModel model;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private GeneratedWordings(String name, @Nullable EmbeddingModel model) {
        this.name = name;
        this.model = model;
    }

    public static GeneratedWordings withoutMeaning() {
        return new GeneratedWordings("", null);
    }

    public static GeneratedWordings by(String model) {
        return new GeneratedWordings(model, model(model));
    }

    /** As the service loads it. */
    public static EmbeddingModel model(String name) {
        return Meaning.load(name).orElseThrow();
    }

    public void add(Subject subject) {
        add(subject.id(), Wording.of(subject));
    }

    public void add(Fact fact) {
        add(fact.id(), Wording.of(fact));
    }

    public void add(Claim claim) {
        add(claim.id(), Wording.of(claim));
    }

    /** By what they are of, those added since this was last asked. */
    public Map<String, List<Map<String, Object>>> taken() {
        if (model != null) {
            embed(model);
        }
        var taken = new HashMap<String, List<Map<String, Object>>>();
        rows.forEach(row -> taken.computeIfAbsent(String.valueOf(row.get("of")), id -> new ArrayList<>())
                .add(row));
        rows.clear();
        return taken;
    }

    private void embed(EmbeddingModel by) {
        var embedded = rows.stream().filter(row -> row.get("embedded").equals(true)).toList();
        var texts = embedded.stream()
                .map(row -> TextSegment.from(String.valueOf(row.get("text"))))
                .toList();
        if (!texts.isEmpty()) {
            var vectors = by.embedAll(texts).content();
            for (var i = 0; i < texts.size(); i++) {
                embedded.get(i).put("vector", vectors.get(i).vector());
            }
        }
    }

    /** A wording without the name of a model waits for none, and so is left in peace by the service's embedder. */
    private void add(String id, List<Wording> wordings) {
        for (var wording : wordings) {
            var kind = wording.kind();
            var node = new HashMap<String, Object>();
            node.put("kind", kind.name());
            node.put("text", wording.text());
            if (kind.foundByWords) {
                node.put(kind.ofClaim ? "said" : "words", wording.text());
            }
            node.put("print", Words.print(wording.text()));
            if (kind.embedded && model != null) {
                node.put("model", name);
            }
            rows.add(new HashMap<>(Map.of("of", id, "node", node, "text", wording.text(), "embedded", kind.embedded)));
        }
    }

    /** What {@link SaidBefore} looks for, of each of these sentences. */
    public List<Map<String, Object>> candidates(List<String> sentences) {
        var embedder = Objects.requireNonNull(model);
        var rows = new ArrayList<Map<String, Object>>();
        for (var sentence : sentences) {
            var words = Words.of(sentence).stream().filter(word -> !word.isStop()).toList();
            var terms = Words.terms(sentence, words).distinct().collect(Collectors.joining(" "));
            if (!terms.isEmpty()) {
                rows.add(Map.of(
                        "at", rows.size(),
                        "print", Words.print(sentence),
                        "query", "said:(" + terms + ")",
                        "vector", embedder.embed(sentence).content().vector()));
            }
        }
        return rows;
    }

    /** What the index of words takes for a text that somebody looks for. */
    public static String query(String text) {
        return QueryText.of(text).lucene();
    }
}

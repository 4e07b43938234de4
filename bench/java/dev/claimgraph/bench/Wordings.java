package dev.claimgraph.bench;

import dev.claimgraph.search.Words;
import dev.claimgraph.search.GeneratedWordings;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.springframework.context.ApplicationContext;

/** What the library's claims are found by, which the service would write with each: loaded as far as a measurement wants it. */
public final class Wordings {

    private static final int BATCH = 500;

    private static final String LOAD = """
            UNWIND $rows AS row
            MATCH (c:Claim {id: row.id})
            CREATE (c)<-[:WORDS]-(w:Wording {kind: 'CLAIM', text: row.text, said: row.text, print: row.print, model: $model})
            WITH w, row
            CALL db.create.setNodeVectorProperty(w, 'vector', row.vector)
            """;

    private final Driver driver;
    private final Library library;
    private final String name;
    private final EmbeddingModel model;
    private int loaded;

    private Wordings(Driver driver, Library library, String name, EmbeddingModel model) {
        this.driver = driver;
        this.library = library;
        this.name = name;
        this.model = model;
    }

    /** Embedded by a model of its own, so that the service remembers none of them. */
    static Wordings of(ApplicationContext context, Driver driver, Library library) {
        var name = context.getEnvironment().getRequiredProperty("claimgraph.search.model");
        return new Wordings(driver, library, name, GeneratedWordings.model(name));
    }

    /** @return the texts of the first so many claims, which can be found now */
    public List<String> load(int count) {
        var start = System.nanoTime();
        var from = loaded;
        for (; loaded < count; loaded = Math.min(count, loaded + BATCH)) {
            load(loaded, Math.min(count, loaded + BATCH));
        }
        driver.executableQuery("CALL db.awaitIndexes(600)").execute();
        System.out.printf("%,d wordings loaded in %d s%n", loaded - from, (System.nanoTime() - start) / 1_000_000_000);
        return library.texts().subList(0, count);
    }

    private void load(int from, int to) {
        var texts = library.texts().subList(from, to);
        var vectors = model.embedAll(texts.stream().map(TextSegment::from).toList())
                .content();
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < texts.size(); i++) {
            rows.add(Map.of(
                    "id", library.claims().get(from + i),
                    "text", texts.get(i),
                    "print", Words.print(texts.get(i)),
                    "vector", vectors.get(i).vector()));
        }
        driver.executableQuery(LOAD)
                .withParameters(Map.of("rows", rows, "model", name))
                .execute();
    }
}

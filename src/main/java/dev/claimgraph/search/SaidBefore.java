package dev.claimgraph.search;

import dev.claimgraph.graph.Beside;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

/** The door to what claims say that comes near what somebody else says: word for word, in their words, or in their meaning. */
@Component
public class SaidBefore implements AutoCloseable {

    private static final String BY_WORDS = """
        MATCH (w:Wording {print: text.print}) WHERE w.kind IN ['CLAIM', 'QUALIFIER']
        RETURN w LIMIT 20
        UNION
        WITH text WHERE text.query <> ''
        CALL db.index.fulltext.queryNodes('wordings', text.query, {limit: 15}) YIELD node AS w
        RETURN w
        """;

    private static final String BY_MEANING = """
        UNION
        MATCH (w:Wording)
          SEARCH w IN (VECTOR INDEX meanings FOR text.vector WHERE w.model = $model AND w.kind = 'CLAIM' LIMIT 20)
        RETURN w
        """;

    private static final String CLAIMS = """
        }
        MATCH (w)-[:WORDS]->(c:Claim)
        """;

    private static final String ROWS = """
        RETURN text.at AS at, c.id AS claimId, c.status AS status, w.kind AS kind, w.text AS text, c.qualifiers AS qualifiers, near
        ORDER BY at, near DESC, claimId, text
        """;

    private static final String NEAR =
            "CYPHER 25 UNWIND $texts AS text CALL (text) {\n" + BY_WORDS + BY_MEANING + CLAIMS + """
                WITH text, w, c,
                  CASE WHEN w.model = $model AND w.vector IS NOT NULL THEN 2 * vector.similarity.cosine(w.vector, text.vector) - 1 ELSE 0.0 END AS near
                """ + ROWS;

    /** Where no model can be loaded. */
    private static final String NEAR_IN_WORDS =
            "UNWIND $texts AS text CALL (text) {\n" + BY_WORDS + CLAIMS + "WITH text, w, c, 0.0 AS near\n" + ROWS;

    private static final String NAMES = """
        MATCH (p:Product) WHERE p.name > '' AND p.id > '' RETURN p.name AS name
        UNION
        MATCH (c:Competitor) WHERE c.name > '' AND c.id > '' RETURN c.name AS name
        """;

    private static final Comparator<Said> NEAREST = Comparator.comparingDouble(Said::near)
            .reversed()
            .thenComparing(Said::claimId)
            .thenComparing(Said::text);

    /** Words of a text that are looked for; more make it no clearer. */
    private static final int MOST_WORDS = 40;

    private static final int PAGE = 25;

    /** The cosine below which two texts do not mean the same, whatever they name. */
    private static final double RELATED = 0.3;

    private final Neo4jClient neo4j;
    private final Meaning meaning;
    private final Beside beside = new Beside(Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofVirtual().name("said-before").factory()));

    SaidBefore(Neo4jClient neo4j, Meaning meaning) {
        this.neo4j = neo4j;
        this.meaning = meaning;
    }

    @Override
    public void close() {
        beside.close();
    }

    /**
     * By text; of claims of every status. The order is the same for the same library. Names of products and competitors say nothing of
     * what is claimed, so meanings are compared without them.
     */
    public Map<String, List<Said>> near(Collection<String> texts) {
        var names = Unnamed.of(neo4j.query(NAMES).fetchAs(String.class).all());
        var unnamed = texts.stream().distinct().collect(Collectors.toMap(text -> text, names::without));
        var vectors = meaning.of(unnamed.values());
        var reading = unnamed.keySet().stream()
                .sorted()
                .collect(Collectors.partitioningBy(text -> vectors.containsKey(unnamed.get(text))))
                .values()
                .stream()
                .flatMap(SaidBefore::pages)
                .map(page -> beside.begin(() -> read(page, text -> vectors.get(unnamed.get(text)))))
                .toList();
        var found = new HashMap<String, List<Said>>();
        reading.forEach(page -> found.putAll(page.get()));
        var named = found.values().stream()
                .flatMap(List::stream)
                .filter(said -> said.near() >= RELATED)
                .map(Said::text)
                .distinct()
                .filter(names::isIn)
                .collect(Collectors.toMap(text -> text, names::without));
        var others = meaning.of(named.values());
        found.replaceAll((text, said) -> said.stream()
                .map(one -> named.containsKey(one.text())
                        ? one.comparedBy(vectors.get(unnamed.get(text)), others.get(named.get(one.text())))
                        : one)
                .sorted(NEAREST)
                .toList());
        return found;
    }

    private static Stream<List<String>> pages(List<String> texts) {
        return IntStream.range(0, (texts.size() + PAGE - 1) / PAGE)
                .mapToObj(page -> texts.subList(page * PAGE, Math.min(texts.size(), (page + 1) * PAGE)));
    }

    private Map<String, List<Said>> read(List<String> texts, Function<String, float @Nullable []> vectors) {
        var found = new HashMap<String, List<Said>>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var text : texts) {
            var row = new HashMap<String, Object>();
            var words = Words.of(text).stream().filter(word -> !word.isStop()).toList();
            row.put("at", rows.size());
            row.put("print", Words.print(text));
            var terms = Words.terms(text, words).distinct().limit(MOST_WORDS).collect(Collectors.joining(" "));
            row.put("query", terms.isEmpty() ? "" : "said:(" + terms + ")");
            row.put("vector", vectors.apply(text));
            rows.add(row);
        }
        neo4j.query(vectors.apply(texts.getFirst()) != null ? NEAR : NEAR_IN_WORDS)
                .bindAll(Map.of("texts", rows, "model", meaning.model()))
                .fetchAs(Said.class)
                .mappedBy((types, row) -> {
                    var said = new Said(
                            row.get("claimId").asString(),
                            row.get("status").asString(),
                            row.get("kind").asString().equals(Wording.Kind.QUALIFIER.name()),
                            row.get("text").asString(),
                            row.get("qualifiers").asList(Value::asString),
                            row.get("near").asDouble());
                    found.computeIfAbsent(texts.get(row.get("at").asInt()), text -> new ArrayList<>())
                            .add(said);
                    return said;
                })
                .all();
        return found;
    }

    /**
     * Something that a claim says, or that goes with it.
     *
     * @param qualifiers all that goes with it
     * @param near the cosine of the two meanings; 0 where one has none
     */
    public record Said(
            String claimId, String status, boolean qualifier, String text, List<String> qualifiers, double near) {

        private Said comparedBy(float @Nullable [] one, float @Nullable [] other) {
            return one == null || other == null
                    ? this
                    : new Said(claimId, status, qualifier, text, qualifiers, Meaning.cosine(one, other));
        }
    }
}

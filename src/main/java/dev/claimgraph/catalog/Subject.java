package dev.claimgraph.catalog;

import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Typed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * Anything a fact can be about, of whichever type, as its present revision has it.
 *
 * @param lifecycle a feature's; null for the other types
 * @param revision the present revision's number, from 1
 * @param ownOwnerId the person named as its owner; null where its product's owner or else its creator answers for it
 * @param ownerId the person who answers for it; null where it is read in brief and its product's owner does
 * @param personaIds who has it, where it is a market problem; none where it is read in brief
 * @param featureIds what solves it, where it is a market problem; none where it is read in brief
 * @param values its attributes by name; none where it is read in brief
 * @param inBrief whether it was read without these
 */
public record Subject(
        String id,
        SubjectType type,
        String key,
        String name,
        @Nullable String summary,
        @Nullable Lifecycle lifecycle,
        long revision,
        @Nullable String productId,
        @Nullable String ownOwnerId,
        @Nullable String ownerId,
        List<String> personaIds,
        List<String> featureIds,
        SortedMap<String, AttributeValue> values,
        boolean inBrief,
        Instant createdAt,
        Instant updatedAt)
        implements Typed, Identified {

    /**
     * What a statement does to the subject {@code s} so that nobody else writes it, or what stands on it, until the transaction
     * ends. Done first, it lets what follows read what the last writer left.
     */
    public static final String LOCK = "SET s.locked = true\n";

    /** What a statement returns for the subject {@code s}, to be read by {@link #from}. */
    public static final String PROJECTION = """
        {subject: properties(s),
          productOwner: [(s)-[:PART_OF]->(product:Product) | product.ownerId][0],
          personas: [(s)<-[:HAS_PROBLEM]-(persona:Persona) | persona.id],
          features: [(s)<-[:SOLVES]-(feature:Feature) | feature.id],
          attributes: [(s)-[:HAS_ATTRIBUTE]->(a:Attribute) WHERE a.value IS NOT NULL | properties(a)]}
        """;

    boolean isWordedLike(Subject other) {
        return name.equals(other.name) && Objects.equals(summary, other.summary);
    }

    /** The names of the attributes that came, went or took another value or form, in order. */
    public Set<String> attributesMovedSince(Subject before) {
        var names = new TreeSet<>(before.values.keySet());
        names.addAll(values.keySet());
        names.removeIf(name -> Objects.equals(before.values.get(name), values.get(name)));
        return names;
    }

    public static Subject from(Value row) {
        var values = new TreeMap<String, AttributeValue>();
        row.get("attributes")
                .values()
                .forEach(attribute -> values.put(
                        attribute.get("name").asString(),
                        AttributeValue.stored(attribute.get("value").asString())));
        return of(
                row.get("subject"),
                row.get("productOwner").asString(null),
                sorted(row.get("personas")),
                sorted(row.get("features")),
                values,
                false);
    }

    /** What most answers show of a subject, from its node alone. */
    public static Subject inBrief(Value node) {
        return of(node, null, List.of(), List.of(), new TreeMap<>(), true);
    }

    private static Subject of(
            Value subject,
            @Nullable String productOwner,
            List<String> personaIds,
            List<String> featureIds,
            SortedMap<String, AttributeValue> values,
            boolean inBrief) {
        var lifecycle = subject.get("lifecycle").asString(null);
        var productId = subject.get("productId").asString(null);
        var own = subject.get("ownerId").asString(null);
        return new Subject(
                subject.get("id").asString(),
                SubjectType.of(subject.get("type").asString()),
                subject.get("key").asString(),
                subject.get("name").asString(),
                subject.get("summary").asString(null),
                lifecycle == null ? null : Lifecycle.valueOf(lifecycle),
                subject.get("revision").asLong(),
                productId,
                own,
                own != null ? own : productId == null ? subject.get("createdBy").asString() : productOwner,
                personaIds,
                featureIds,
                values,
                inBrief,
                subject.get("createdAt").asZonedDateTime().toInstant(),
                subject.get("updatedAt").asZonedDateTime().toInstant());
    }

    /** As it is with this owner of its own. */
    Subject ownedBy(String ownerId) {
        return new Subject(
                id,
                type,
                key,
                name,
                summary,
                lifecycle,
                revision,
                productId,
                ownerId,
                ownerId,
                personaIds,
                featureIds,
                values,
                inBrief,
                createdAt,
                updatedAt);
    }

    /** Whether who owns its product answers for it. */
    boolean followsItsProduct() {
        return ownOwnerId == null && productId != null;
    }

    @Override
    public String typename() {
        return type.typename();
    }

    public List<Attribute> attributes() {
        return values.entrySet().stream()
                .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The whole of it, for the change log and its revisions. */
    Map<String, Object> state() {
        var state = new HashMap<String, Object>();
        state.put("type", typename());
        state.put("key", key);
        state.put("name", name);
        state.put("revision", revision);
        state.put("attributes", inputs());
        state.put("createdAt", createdAt);
        state.put("updatedAt", updatedAt);
        putIfThere(state, "summary", summary);
        putIfThere(state, "lifecycle", lifecycle);
        putIfThere(state, "productId", productId);
        putIfThere(state, "ownerId", ownOwnerId);
        if (type == SubjectType.MARKET_PROBLEM) {
            state.put("personaIds", personaIds);
            state.put("featureIds", featureIds);
        }
        return state;
    }

    private static List<String> sorted(Value ids) {
        return ids.asList(Value::asString).stream().sorted().toList();
    }

    private Map<String, Object> inputs() {
        var inputs = new TreeMap<String, Object>();
        values.forEach((name, value) -> inputs.put(name, value.input()));
        return inputs;
    }

    private static void putIfThere(Map<String, Object> state, String name, @Nullable Object value) {
        if (value != null) {
            state.put(name, value);
        }
    }
}

package dev.claimgraph.catalog;

import dev.claimgraph.access.Person;
import dev.claimgraph.history.ChangeRows;
import dev.claimgraph.shared.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The catalog of a generated library, as its doors would leave it. */
public final class GeneratedSubjects {

    private final Person owner;
    private final ChangeRows changes;

    public GeneratedSubjects(Person owner, ChangeRows changes) {
        this.owner = owner;
        this.changes = changes;
    }

    /** @return the properties of its node */
    public Map<String, Object> product(String id, Instant at) {
        var product = new Product(id, "bench", "Bench", null, owner.id(), at, 0L);
        changes.add(owner.id(), "createProduct", id, null, product.state(), List.of(owner.id()), at);
        return Map.of(
                "id", id, "key", "bench", "name", "Bench", "ownerId", owner.id(), "createdAt", at.atZone(ZoneOffset.UTC), "version", 0);
    }

    /** @param attributes all of them are 50 GB */
    public Subject feature(String id, int number, String productId, List<String> attributes, Instant at) {
        var values = new TreeMap<String, AttributeValue>();
        attributes.forEach(name -> values.put(name, new AttributeValue.NumberValue(BigDecimal.valueOf(50), "GB")));
        return created(id, SubjectType.FEATURE, "feature-" + number, "Feature " + number, productId, values, at);
    }

    public Subject audience(String id, SubjectType type, int number, Instant at) {
        return created(id, type, "audience-" + number, "Audience " + number, null, new TreeMap<>(), at);
    }

    /** What {@link SubjectRepository} writes for it. */
    public Map<String, Object> row(Subject subject) {
        var at = subject.createdAt().atZone(ZoneOffset.UTC);
        var node = new HashMap<String, Object>();
        node.put("id", subject.id());
        node.put("type", subject.typename());
        node.put("key", subject.key());
        node.put("name", subject.name());
        node.put("lifecycle", subject.lifecycle() == null ? null : subject.lifecycle().name());
        node.put("productId", subject.productId());
        node.put("revision", 1);
        node.put("createdBy", owner.id());
        node.put("createdAt", at);
        node.put("updatedAt", at);
        var revision = Map.of(
                "id", Revision.id(subject.id(), 1),
                "subjectId", subject.id(),
                "number", 1,
                "by", owner.id(),
                "at", at,
                "changes", Json.write(new RevisionPlan(nothing(subject), subject).moved()));
        var attributes = subject.attributes().stream()
                .map(attribute -> Map.of("name", attribute.name(), "value", Json.write(attribute.value().input())))
                .toList();
        return new HashMap<>(Map.of(
                "id", subject.id(), "typename", subject.typename(), "node", node, "revision", revision, "attributes", attributes));
    }

    private Subject created(
            String id,
            SubjectType type,
            String key,
            String name,
            @Nullable String productId,
            TreeMap<String, AttributeValue> values,
            Instant at) {
        var lifecycle = type == SubjectType.FEATURE ? Lifecycle.GENERALLY_AVAILABLE : null;
        var subject = new Subject(
                id, type, key, name, null, lifecycle, 1, productId, null, owner.id(), List.of(), List.of(), values, false, at, at);
        changes.add(owner.id(), "create" + type.typename(), id, null, subject.state(), List.of(), at);
        return subject;
    }

    private static Subject nothing(Subject of) {
        return new Subject(
                of.id(),
                of.type(),
                of.key(),
                "",
                null,
                null,
                0,
                of.productId(),
                null,
                of.ownerId(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                false,
                of.createdAt(),
                of.createdAt());
    }
}

package dev.claimgraph.exchange;

import dev.claimgraph.catalog.Product;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.shared.Id;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Puts ids where rows name other things by their keys; what is not there yet is named by its kind and key. */
@Component
class References {

    static final String SUBJECT = "subject";

    private final Products products;
    private final Subjects subjects;
    private final Facts facts;
    private final Claims claims;

    References(Products products, Subjects subjects, Facts facts, Claims claims) {
        this.products = products;
        this.subjects = subjects;
        this.facts = facts;
        this.claims = claims;
    }

    /** @param rows all of one type */
    List<Row> resolved(List<Row> rows) {
        var references = rows.getFirst().type().references;
        var named = new HashMap<String, Set<String>>();
        rows.forEach(row -> references.forEach((field, kind) -> named(row, field, kind)
                .forEach(reference -> named.computeIfAbsent(reference.kind(), any -> new HashSet<>())
                        .add(reference.key()))));
        var ids = new HashMap<String, String>();
        named.forEach((kind, keys) -> ids(kind, keys).forEach((key, id) -> ids.put(Coming.name(kind, key), id)));
        return rows.stream().map(row -> with(row, references, ids)).toList();
    }

    private static Row with(Row row, Map<String, String> references, Map<String, String> ids) {
        var fields = new HashMap<>(row.fields());
        references.forEach((field, kind) -> {
            UnaryOperator<Object> resolve = given -> {
                if (!(given instanceof String text) || Id.kindOf(text) != null) {
                    return given;
                }
                var name = Reference.of(kind, text).name();
                return ids.getOrDefault(name, name);
            };
            fields.computeIfPresent(
                    field,
                    (name, given) -> given instanceof List<?> many
                            ? many.stream().map(one -> resolve.apply(one)).toList()
                            : resolve.apply(given));
        });
        return new Row(row.line(), row.type(), fields);
    }

    private static List<Reference> named(Row row, String field, String kind) {
        var given = row.fields().get(field);
        Collection<?> all = given instanceof List<?> many ? many : given == null ? List.of() : List.of(given);
        return all.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> Id.kindOf(text) == null)
                .map(text -> Reference.of(kind, text))
                .toList();
    }

    private Map<String, String> ids(String kind, Set<String> keys) {
        var ids = new HashMap<String, String>();
        switch (kind) {
            case "product" ->
                keys.forEach(key -> products.byKey(key).map(Product::id).ifPresent(id -> ids.put(key, id)));
            case "fact" -> facts.byKeys(keys).forEach((key, fact) -> ids.put(key, fact.id()));
            case "claim" -> claims.byKeys(keys).forEach((key, claim) -> ids.put(key, claim.id()));
            default ->
                Arrays.stream(SubjectType.values())
                        .filter(type -> type.kind().equals(kind))
                        .forEach(type -> ids.putAll(subjects.idsByKey(type, keys)));
        }
        return ids;
    }

    /** Another thing, as a row names it. */
    private record Reference(String kind, String key) {

        /** A subject of no certain type has its kind in front of its key; one that has none is not found. */
        static Reference of(String kind, String text) {
            var slash = text.indexOf('/');
            return kind.equals(SUBJECT) && slash > 0
                    ? new Reference(text.substring(0, slash), text.substring(slash + 1))
                    : new Reference(kind, text);
        }

        String name() {
            return Coming.name(kind, key);
        }
    }
}

package dev.claimgraph.exchange;

import dev.claimgraph.access.People.Expected;
import dev.claimgraph.access.Teams.Roll;
import dev.claimgraph.catalog.AttributeValue;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimContent;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Usage;
import dev.claimgraph.claim.Variant;
import dev.claimgraph.exchange.Exports.Names;
import dev.claimgraph.exchange.Exports.ProductThen;
import dev.claimgraph.fact.Evidence;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactCheck;
import dev.claimgraph.fact.FactStanding;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of what there is, in the form in which they are imported. */
final class Exported {

    private Exported() {}

    static Map<String, Object> person(Expected person) {
        return new Fields(RowType.PERSON)
                .with("account", person.account())
                .with("name", person.name())
                .withEven("roles", person.roles())
                .all();
    }

    static Map<String, Object> team(Roll roll) {
        var members = roll.members().stream().map(member -> member.account()).toList();
        return new Fields(RowType.TEAM)
                .with("key", roll.team().key())
                .with("name", roll.team().name())
                .with("memberIds", members)
                .all();
    }

    static Map<String, Object> product(ProductThen product, Names names) {
        return new Fields(RowType.PRODUCT)
                .with("key", product.key())
                .with("name", product.name())
                .with("description", product.description())
                .with("ownerId", names.owner(product.ownerId()))
                .all();
    }

    static Map<String, Object> subject(Subject subject, @Nullable String ownerId, Names names) {
        return new Fields(RowType.of(subject.typename()).orElseThrow())
                .with("key", subject.key())
                .with("productId", subject.productId() == null ? null : names.of(subject.productId()))
                .with("name", subject.name())
                .with("summary", subject.summary())
                .with("lifecycle", subject.lifecycle())
                .with("personaIds", names.of(subject.personaIds()))
                .with("featureIds", names.of(subject.featureIds()))
                .with(
                        "attributes",
                        subject.values().entrySet().stream()
                                .map(attribute -> attribute(attribute.getKey(), attribute.getValue()))
                                .toList())
                .with("ownerId", names.owner(ownerId))
                .all();
    }

    static Map<String, Object> fact(String key, Fact fact, Names names) {
        var kind = fact.subject().type().kind();
        return new Fields(RowType.FACT)
                .with("key", key)
                .with("subjectId", Coming.name(kind, names.of(fact.subjectId())))
                .with("statement", fact.statement())
                .with("kind", fact.kind())
                .withEven("dependsOn", fact.dependsOnAll() ? null : fact.dependsOn())
                .with("check", fact.check() == null ? null : check(fact.check()))
                .with(
                        "evidence",
                        fact.evidence().stream().map(Exported::evidence).toList())
                .with("reviewEvery", fact.reviewEvery())
                .with("attested", attested(fact))
                .all();
    }

    static Map<String, Object> claim(String key, Claim claim, Names names) {
        var fields = new Fields(RowType.CLAIM).with("key", key);
        content(claim.usable() ? claim.content() : claim.pending(), names, fields);
        return fields.with("attested", attested(claim, names)).all();
    }

    static Map<String, Object> usage(String claim, Usage usage) {
        return new Fields(RowType.USAGE)
                .with("claimId", claim)
                .with("url", usage.url())
                .with("title", usage.title())
                .with("channel", usage.channel())
                .with("firstSeen", usage.firstSeen())
                .with("lastSeen", usage.lastSeen())
                .with("endedAt", usage.endedAt())
                .all();
    }

    /** The ids of all that a claim names. */
    static Stream<String> named(Claim claim) {
        return Stream.of(
                        named(claim.content()),
                        named(claim.pending()),
                        Stream.ofNullable(claim.successorId()),
                        Stream.ofNullable(claim.fallbackId()))
                .flatMap(ids -> ids);
    }

    private static Stream<String> named(ClaimContent content) {
        return Stream.of(content.factIds(), content.personaIds(), content.marketProblemIds(), content.competitorIds())
                .flatMap(List::stream);
    }

    /** What somebody decided and still counts; all else has to be decided anew wherever it comes to. */
    private static Map<String, Object> attested(Fact fact) {
        var isOnAll = fact.dependsOnAll() && fact.check() != null;
        var fields = new Fields();
        switch (fact.standing()) {
            case RETRACTED ->
                fields.with("standing", fact.standing())
                        .with("note", Objects.requireNonNull(fact.retraction()).reason());
            case DISPUTED ->
                fields.with("standing", fact.standing())
                        .with(
                                "note",
                                Objects.requireNonNull(fact.verification()).note());
            case VERIFIED ->
                fields.with("standing", fact.standing())
                        .with(
                                "validUntil",
                                Objects.requireNonNull(fact.verification()).validUntil());
            default -> fields.with("standing", FactStanding.UNVERIFIED);
        }
        return fields.with("dependsOnAll", isOnAll ? true : null).all();
    }

    private static Map<String, Object> attested(Claim claim, Names names) {
        var fields = new Fields();
        if (claim.status() == ClaimStatus.WITHDRAWN || claim.status() == ClaimStatus.SUPERSEDED) {
            fields.with("status", claim.status()).with("reason", claim.written().reason());
        } else {
            fields.with("status", claim.usable() ? ClaimStatus.APPROVED : ClaimStatus.DRAFT);
        }
        fields.with("successorId", claim.successorId() == null ? null : names.of(claim.successorId()));
        fields.with("fallbackId", claim.fallbackId() == null ? null : names.of(claim.fallbackId()));
        if (claim.usable() && !claim.pending().equals(claim.content())) {
            var draft = new Fields();
            content(stillAhead(claim.pending(), claim.asOf()), names, draft);
            fields.with("draft", draft.all());
        }
        return fields.all();
    }

    /** A draft does not begin with an expiry that has passed. */
    private static ClaimContent stillAhead(ClaimContent draft, @Nullable Instant moment) {
        return draft.expiresAt() == null || moment == null || draft.expiresAt().isAfter(moment)
                ? draft
                : new ClaimContent(
                        draft.text(),
                        draft.kind(),
                        draft.factIds(),
                        draft.personaIds(),
                        draft.marketProblemIds(),
                        draft.competitorIds(),
                        draft.qualifiers(),
                        draft.variants(),
                        null);
    }

    private static void content(ClaimContent content, Names names, Fields fields) {
        fields.with("text", content.text())
                .with("kind", content.kind())
                .with("factIds", content.factIds().stream().map(names::of).toList())
                .with("personaIds", names.of(content.personaIds()))
                .with("marketProblemIds", names.of(content.marketProblemIds()))
                .with("competitorIds", names.of(content.competitorIds()))
                .with("qualifiers", content.qualifiers())
                .with(
                        "variants",
                        content.variants().stream().map(Exported::variant).toList())
                .with("expiresAt", content.expiresAt());
    }

    private static Map<String, Object> attribute(String name, AttributeValue value) {
        return new Fields()
                .with("name", name)
                .with("value", inOrder(value.input()))
                .all();
    }

    /** A value's names, which come in none. */
    private static Map<String, Object> inOrder(Map<?, ?> input) {
        var fields = new TreeMap<String, Object>();
        input.forEach((name, value) ->
                fields.put(String.valueOf(name), value instanceof Map<?, ?> within ? inOrder(within) : value));
        return fields;
    }

    private static Map<String, Object> check(FactCheck check) {
        return new Fields()
                .with("attribute", check.attribute())
                .with("operator", check.operator())
                .with("value", inOrder(check.value().input()))
                .all();
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return new Fields()
                .with("kind", evidence.kind())
                .with("title", evidence.title())
                .with("url", evidence.url())
                .with("capturedAt", evidence.capturedAt())
                .with("excerpt", evidence.excerpt())
                .with("sha256", evidence.sha256())
                .all();
    }

    private static Map<String, Object> variant(Variant variant) {
        return new Fields()
                .with("text", variant.text())
                .with("channel", variant.channel())
                .with("locale", variant.locale())
                .all();
    }

    /** Named values in order: those that are nothing are left out; lists, objects and truth stay so, all else is text. */
    private static final class Fields {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        Fields() {}

        Fields(RowType type) {
            with("type", type.typename);
        }

        Fields with(String name, @Nullable Object value) {
            return value instanceof Collection<?> many && many.isEmpty() ? this : withEven(name, value);
        }

        /** An empty list too. */
        Fields withEven(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(
                        name,
                        value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Boolean
                                ? value
                                : value.toString());
            }
            return this;
        }

        Map<String, Object> all() {
            return fields;
        }
    }
}

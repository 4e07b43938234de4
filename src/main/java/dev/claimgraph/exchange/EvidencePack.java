package dev.claimgraph.exchange;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.claim.Approval;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Link;
import dev.claimgraph.fact.Evidence;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Verification;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a claim could be said at a moment, as one document that is the same whenever it is made again. People are in it by their ids
 * alone, so that it stays the same when somebody's name is taken out of the graph.
 *
 * @param json canonical, by RFC 8785
 * @param sha256 of its UTF-8 bytes
 */
record EvidencePack(Instant asOf, String json, String sha256) {

    private static final int FORMAT = 1;

    /**
     * @param claim as it stood, with all that it stood on
     * @param verifications the decisions on each of its facts until then
     */
    static EvidencePack of(Claim claim, Map<String, List<Verification>> verifications, Instant asOf) {
        var json = Json.write(pack(claim, verifications, asOf));
        return new EvidencePack(asOf, json, Fingerprint.sha256(json));
    }

    private static Map<String, Object> pack(Claim claim, Map<String, List<Verification>> verifications, Instant asOf) {
        return object(
                entry("format", FORMAT),
                entry("asOf", asOf),
                entry("claim", claim(claim)),
                entry(
                        "approvals",
                        claim.approvals().stream().map(EvidencePack::approval).toList()),
                entry(
                        "facts",
                        claim.substantiation().stream()
                                .map(link -> fact(
                                        link,
                                        verifications.getOrDefault(link.fact().id(), List.of())))
                                .toList()),
                entry("subjects", subjects(claim)));
    }

    private static Map<String, Object> claim(Claim claim) {
        return object(
                entry("id", claim.id()),
                entry("key", claim.key()),
                entry("revision", claim.revision()),
                entry("text", claim.text()),
                entry("kind", claim.kind()),
                entry("qualifiers", claim.qualifiers()),
                entry(
                        "variants",
                        claim.variants().stream()
                                .map(variant -> object(
                                        entry("text", variant.text()),
                                        entry("channel", variant.channel()),
                                        entry("locale", variant.locale())))
                                .toList()),
                entry("status", claim.status()),
                entry("statusAt", claim.written().at()),
                entry("statusBy", claim.written().personId()),
                entry("statusBecause", claim.written().reason()),
                entry("standing", claim.standing()),
                entry("usable", claim.usable()),
                entry(
                        "reasons",
                        claim.reasons().stream()
                                .map(reason -> object(
                                        entry("code", reason.code()),
                                        entry(
                                                "factId",
                                                reason.fact() == null
                                                        ? null
                                                        : reason.fact().id()),
                                        entry("attribute", reason.attribute()),
                                        entry("before", reason.before()),
                                        entry("after", reason.after()),
                                        entry("at", reason.at()),
                                        entry("by", reason.personId())))
                                .toList()),
                entry("authorId", claim.authorId()),
                entry("writerIds", claim.writerIds()),
                entry("expiresAt", claim.expiresAt()),
                entry("personaIds", claim.content().personaIds()),
                entry("marketProblemIds", claim.content().marketProblemIds()),
                entry("competitorIds", claim.content().competitorIds()),
                entry("supersededById", claim.successorId()));
    }

    private static Map<String, Object> approval(Approval approval) {
        return object(
                entry("by", approval.personId()),
                entry("at", approval.at()),
                entry("basis", approval.basis()),
                entry("note", approval.note()),
                entry("reaffirms", approval.reaffirms()));
    }

    private static Map<String, Object> fact(Link link, List<Verification> verifications) {
        var fact = link.fact();
        return object(
                entry("id", fact.id()),
                entry("key", fact.key()),
                entry("kind", fact.kind()),
                entry("statement", fact.statement()),
                entry("statementSha256", fact.statementPrint()),
                entry("approvedStatementSha256", link.stamp()),
                entry("link", link.state()),
                entry("standing", fact.standing()),
                entry("basis", fact.basis()),
                entry("check", fact.check() == null ? null : fact.check().display()),
                entry("checkHolds", fact.holds()),
                entry("dependsOnAll", fact.dependsOnAll()),
                entry("dependsOn", fact.dependsOn()),
                entry("subjectId", fact.subjectId()),
                entry(
                        "evidence",
                        fact.evidence().stream().map(EvidencePack::evidence).toList()),
                entry(
                        "verifications",
                        verifications.stream().map(EvidencePack::verification).toList()),
                entry("retraction", retraction(fact)));
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        return object(
                entry("kind", evidence.kind()),
                entry("title", evidence.title()),
                entry("url", evidence.url()),
                entry("capturedAt", evidence.capturedAt()),
                entry("excerpt", evidence.excerpt()),
                entry("sha256", evidence.sha256()));
    }

    private static Map<String, Object> verification(Verification verification) {
        return object(
                entry("decision", verification.decision()),
                entry("at", verification.at()),
                entry("by", verification.by().id()),
                entry("note", verification.note()),
                entry("statement", verification.statement()),
                entry("validUntil", verification.validUntil()),
                entry("subjectRevision", verification.revision().number()),
                entry("subjectRevisedAt", verification.revision().at()));
    }

    private static @Nullable Map<String, Object> retraction(Fact fact) {
        var retraction = fact.retraction();
        return retraction == null
                ? null
                : object(
                        entry("at", retraction.at()),
                        entry("by", retraction.personId()),
                        entry("reason", retraction.reason()));
    }

    /** Those that the facts are about and those that the claim names, each once. */
    private static List<Map<String, Object>> subjects(Claim claim) {
        var subjects = new TreeMap<String, Subject>();
        Stream.of(
                        claim.facts().stream().map(Fact::subject),
                        claim.personas().stream(),
                        claim.marketProblems().stream(),
                        claim.competitors().stream())
                .flatMap(some -> some)
                .forEach(subject -> subjects.put(subject.id(), subject));
        return subjects.values().stream()
                .sorted(Comparator.comparing(Subject::id))
                .map(subject -> object(
                        entry("id", subject.id()),
                        entry("type", subject.typename()),
                        entry("key", subject.key()),
                        entry("name", subject.name()),
                        entry("lifecycle", subject.lifecycle()),
                        entry("revision", subject.revision()),
                        entry("revisedAt", subject.updatedAt()),
                        entry("productId", subject.productId()),
                        entry(
                                "attributes",
                                subject.attributes().stream()
                                        .map(attribute -> object(
                                                entry("name", attribute.name()), entry("value", attribute.display())))
                                        .toList())))
                .toList();
    }

    private static Entry entry(String name, @Nullable Object value) {
        return new Entry(name, value);
    }

    private static Map<String, Object> object(Entry... entries) {
        var object = new TreeMap<String, Object>();
        for (var entry : entries) {
            if (entry.value() != null) {
                object.put(entry.name(), entry.value());
            }
        }
        return object;
    }

    private record Entry(String name, @Nullable Object value) {}
}

package dev.claimgraph.claim;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.Nodes;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A statement made in marketing, as it stood at one moment.
 *
 * @param revision how often its wording was written, from 1
 * @param content as it is served: for a claim that was approved, what was approved
 * @param authorId who drafted it
 * @param writerIds who had a hand in its wording; none of them approves it
 * @param written how it came to its status
 * @param storedApprovals of the wording as it is served, as they are stored; null before it was approved
 * @param storedPendingApprovals on the way to being approved or reaffirmed, where one is not enough, as they are stored
 * @param links the facts it stands on
 * @param personas whom it speaks to, in brief like what it addresses and whom it compares with
 * @param successorId the claim that took its place
 * @param fallbackId the claim to print in its place while it is not usable
 * @param draft new wording on its way to approval
 * @param firstUsages the places where it is published, as many as a page's limit and one more; null where they were not read
 *     with it
 * @param asOf the moment that somebody looks back at; null for the present
 * @param derivation what follows from all this for the moment it was read at
 */
public record Claim(
        String id,
        @Nullable String key,
        ClaimStatus status,
        long revision,
        ClaimContent content,
        String authorId,
        List<String> writerIds,
        Written written,
        @Nullable String storedApprovals,
        @Nullable String storedPendingApprovals,
        List<Link> links,
        List<Subject> personas,
        List<Subject> marketProblems,
        List<Subject> competitors,
        @Nullable String successorId,
        @Nullable String fallbackId,
        @Nullable Draft draft,
        @Nullable List<Usage> firstUsages,
        @Nullable Instant asOf,
        Instant createdAt,
        Instant updatedAt,
        Derivation derivation)
        implements Identified {

    private static final String PARTS = """
        claim: properties(c),
          links: [(c)-[link:SUBSTANTIATED_BY]->(f:Fact) | {link: properties(link), fact:\s\
        """ + Fact.PROJECTION + """
          }],
          around: [(c)-[:SPEAKS_TO|ADDRESSES|COMPARES_WITH|WORDED_AS|SUPERSEDED_BY]->(n) | n]
        """;

    /** What a statement returns for the claim {@code c}, to be read by {@link #from}. */
    static final String PROJECTION = "{" + PARTS + "}";

    private static final String IF_USABLE = "CASE WHEN c.status = 'APPROVED' AND standing = 'CURRENT' THEN ";
    private static final String ELSE_ALL = " ELSE " + PROJECTION + " END";

    /**
     * The same without facts and audience where the claim is usable, by the {@code standing} that was worked out: nothing then follows
     * from the facts that would be shown.
     */
    static final String BRIEF = IF_USABLE + "{claim: properties(c)}" + ELSE_ALL;

    /** The same with its variants. */
    static final String BRIEF_WITH_VARIANTS =
            IF_USABLE + "{claim: properties(c), around: [(c)-[:WORDED_AS]->(v:Variant) | v]}" + ELSE_ALL;

    /** The same with the first {@code $usages} of the places where it is published. */
    static final String WITH_USAGES = "{" + PARTS + """
        , usages: COLLECT { MATCH (c)<-[:OF]-(u:Usage) RETURN properties(u) ORDER BY u.id LIMIT $usages }}
        """;

    static Claim from(Value row, Instant now) {
        var claim = row.get("claim");
        var isBrief = row.get("links").isNull();
        var around = row.get("around");
        var links = row.get("links").asList(link -> link, List.of()).stream()
                .sorted(byPlace(link -> link.get("link")))
                .map(link -> Link.from(link, now))
                .toList();
        var variants = Nodes.labelled("Variant", around).stream()
                .sorted(byPlace(variant -> variant))
                .map(Variant::from)
                .toList();
        var successor = Nodes.labelled("Claim", around).stream().findFirst();
        var audience =
                Nodes.labelled("Subject", around).stream().map(Subject::inBrief).toList();
        var personas = ofType(SubjectType.PERSONA, audience);
        var problems = ofType(SubjectType.MARKET_PROBLEM, audience);
        var competitors = ofType(SubjectType.COMPETITOR, audience);
        var expiresAt = claim.get("expiresAt");
        var content = new ClaimContent(
                claim.get("text").asString(),
                ClaimKind.valueOf(claim.get("kind").asString()),
                links.stream().map(link -> link.fact().id()).toList(),
                ids(personas),
                ids(problems),
                ids(competitors),
                claim.get("qualifiers").asList(Value::asString),
                variants,
                expiresAt.isNull() ? null : expiresAt.asZonedDateTime().toInstant());
        var status = ClaimStatus.valueOf(claim.get("status").asString());
        var written = new Written(
                claim.get("writtenAt").asZonedDateTime().toInstant(),
                claim.get("writtenBy").asString(),
                claim.get("writtenBecause").asString(null));
        return new Claim(
                claim.get("id").asString(),
                claim.get("key").asString(null),
                status,
                claim.get("revision").asLong(),
                content,
                claim.get("authorId").asString(),
                claim.get("writerIds").asList(Value::asString),
                written,
                claim.get("approvals").asString(null),
                claim.get("pendingApprovals").asString(null),
                links,
                personas,
                problems,
                competitors,
                successor.map(other -> other.get("id").asString()).orElse(null),
                claim.get("fallbackId").asString(null),
                Draft.stored(claim.get("draft").asString(null)),
                row.get("usages").asList(Usage::from, null),
                null,
                claim.get("createdAt").asZonedDateTime().toInstant(),
                claim.get("updatedAt").asZonedDateTime().toInstant(),
                isBrief ? Derivation.USABLE : Derivation.of(status, written, content, links, now));
    }

    public String text() {
        return content.text();
    }

    public ClaimKind kind() {
        return content.kind();
    }

    public List<String> qualifiers() {
        return content.qualifiers();
    }

    public List<Variant> variants() {
        return content.variants();
    }

    /** Its words for a channel and a locale: the variant that fits best, else its text. */
    public String wording(@Nullable String channel, @Nullable String locale) {
        return Variant.chosen(this, channel, locale);
    }

    public @Nullable Instant expiresAt() {
        return content.expiresAt();
    }

    public List<Approval> approvals() {
        return Approval.stored(storedApprovals);
    }

    public List<Approval> pendingApprovals() {
        return Approval.stored(storedPendingApprovals);
    }

    public List<Link> substantiation() {
        return links;
    }

    public ClaimStanding standing() {
        return derivation.standing();
    }

    public boolean usable() {
        return status == ClaimStatus.APPROVED && standing() == ClaimStanding.CURRENT;
    }

    /** Why it is not usable; empty where it is. */
    public List<Reason> reasons() {
        return derivation.reasons();
    }

    /** The earliest moment that made it other than CURRENT; null while it is, or where no moment did. */
    public @Nullable Instant staleSince() {
        return reasons().stream()
                .filter(Reason::isOfStanding)
                .map(Reason::at)
                .filter(at -> at != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public List<Fact> facts() {
        return links.stream().map(Link::fact).toList();
    }

    /** The content that submission and approval act on: the draft's where there is one. */
    public ClaimContent pending() {
        return draft == null ? content : draft.content();
    }

    public ClaimStatus pendingStatus() {
        return draft == null ? status : draft.status();
    }

    /** Who had a hand in what is pending. */
    public Set<String> pendingWriters() {
        var writers = new HashSet<>(writerIds);
        if (draft != null) {
            writers.addAll(draft.writerIds());
        }
        return writers;
    }

    /** When the claim, or its draft, came to its status, by whom and why. */
    public Written pendingWritten() {
        return draft == null ? written : draft.written();
    }

    /** The demands of its kind that what is pending leaves unmet, as sentences. */
    public List<String> pendingDemands(List<Fact> pendingFacts) {
        return demands(pending(), pendingFacts);
    }

    /** The demands of its kind that what is served leaves unmet, as sentences. */
    public List<String> demands() {
        return demands(content, facts());
    }

    /**
     * An approver acts on what another person wrote; an admin on anything but approvals of their own.
     *
     * @throws Refusal with SAME_PERSON
     */
    public void mustBeAnothers(Actor actor) {
        if (pendingWriters().contains(actor.id()) && !actor.is(Role.ADMIN)) {
            throw Refusal.of(ProblemCode.SAME_PERSON, "You wrote this; another person has to decide on it.", "claimId");
        }
    }

    /**
     * What an approver is shown, as one opaque token: the wording, the qualifiers and the facts' statements.
     *
     * @param pendingFacts the draft's facts where there is a draft, else the claim's own
     */
    public String basis(List<Fact> pendingFacts) {
        var parts = new ArrayList<@Nullable String>();
        parts.add(Json.write(content));
        parts.add(draft == null ? null : Json.write(draft.content()));
        facts().forEach(fact -> parts.add(fact.statement()));
        pendingFacts.forEach(fact -> parts.add(fact.statement()));
        return Fingerprint.of(parts);
    }

    /** The whole of it, for the change log. */
    Map<String, Object> state() {
        var state = new HashMap<String, Object>();
        state.put("type", "Claim");
        state.put("key", key);
        state.put("status", status);
        state.put("revision", revision);
        state.put("content", content);
        state.put("authorId", authorId);
        state.put("writerIds", writerIds);
        state.put("written", written);
        state.put("approvals", approvals());
        state.put("pendingApprovals", pendingApprovals());
        state.put("successorId", successorId);
        state.put("fallbackId", fallbackId);
        state.put("draft", draft);
        var stamps = new HashMap<String, Object>();
        links.forEach(link -> stamps.put(link.fact().id(), link.stamp()));
        state.put("stamps", stamps);
        state.put("createdAt", createdAt);
        state.put("updatedAt", updatedAt);
        return state;
    }

    private static List<String> demands(ClaimContent content, List<Fact> facts) {
        return KindDemand.unmet(content.kind(), facts, content.competitorIds()).stream()
                .map(KindDemand::sentence)
                .toList();
    }

    private static Comparator<Value> byPlace(UnaryOperator<Value> placed) {
        return Comparator.comparingLong(
                value -> placed.apply(value).get("place").asLong());
    }

    private static List<Subject> ofType(SubjectType type, List<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.type() == type)
                .sorted(Comparator.comparing(Subject::id))
                .toList();
    }

    private static List<String> ids(List<Subject> subjects) {
        return subjects.stream().map(Subject::id).toList();
    }
}

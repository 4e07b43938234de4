package dev.claimgraph.claim;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param links the facts it stands on
 * @param personas whom it speaks to, in brief like what it addresses and whom it compares with
 * @param successorId the claim that took its place
 * @param draft new wording on its way to approval
 * @param firstUsages the places where it is published, as many as a page's limit and one more; null where they were not read
 *     with it
 * @param readAt the moment that its standing is derived for
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
        List<Link> links,
        List<Subject> personas,
        List<Subject> marketProblems,
        List<Subject> competitors,
        @Nullable String successorId,
        @Nullable Draft draft,
        @Nullable List<Usage> firstUsages,
        Instant createdAt,
        Instant updatedAt,
        Instant readAt)
        implements Identified {

    private static final String PARTS = """
        .*,
          links: [(c)-[link:SUBSTANTIATED_BY]->(f:Fact) | {stamp: link.stamp, place: link.place, fact:\s\
        """ + Fact.PROJECTION + """
          }],
          personas: [(c)-[:SPEAKS_TO]->(s:Persona) | s {.*, inBrief: true}],
          marketProblems: [(c)-[:ADDRESSES]->(s:MarketProblem) | s {.*, inBrief: true}],
          competitors: [(c)-[:COMPARES_WITH]->(s:Competitor) | s {.*, inBrief: true}],
          variants: [(c)-[:WORDED_AS]->(variant:Variant) | variant {.text, .channel, .locale, .place}],
          successor: head([(c)-[:SUPERSEDED_BY]->(successor:Claim) | successor.id])
        """;

    /** What a statement returns for the claim {@code c}, to be read by {@link #from}. */
    static final String PROJECTION = "c {" + PARTS + "}";

    /** The same with the first {@code $usages} of the places where it is published. */
    static final String WITH_USAGES = "c {" + PARTS + """
        , usages: COLLECT { MATCH (c)<-[:OF]-(u:Usage) RETURN u ORDER BY u.id LIMIT $usages }}
        """;

    static Claim from(Value claim, Instant now) {
        var links = inPlace(claim.get("links")).stream()
                .map(link -> Link.from(link, now))
                .toList();
        var personas = subjects(claim.get("personas"));
        var problems = subjects(claim.get("marketProblems"));
        var competitors = subjects(claim.get("competitors"));
        var expiresAt = claim.get("expiresAt");
        var content = new ClaimContent(
                claim.get("text").asString(),
                ClaimKind.valueOf(claim.get("kind").asString()),
                links.stream().map(link -> link.fact().id()).toList(),
                ids(personas),
                ids(problems),
                ids(competitors),
                claim.get("qualifiers").asList(Value::asString),
                inPlace(claim.get("variants")).stream().map(Variant::from).toList(),
                expiresAt.isNull() ? null : expiresAt.asZonedDateTime().toInstant());
        return new Claim(
                claim.get("id").asString(),
                claim.get("key").asString(null),
                ClaimStatus.valueOf(claim.get("status").asString()),
                claim.get("revision").asLong(),
                content,
                claim.get("authorId").asString(),
                claim.get("writerIds").asList(Value::asString),
                new Written(
                        claim.get("writtenAt").asZonedDateTime().toInstant(),
                        claim.get("writtenBy").asString(),
                        claim.get("writtenBecause").asString(null)),
                links,
                personas,
                problems,
                competitors,
                claim.get("successor").asString(null),
                Draft.stored(claim.get("draft").asString(null)),
                claim.get("usages").asList(Usage::from, null),
                claim.get("createdAt").asZonedDateTime().toInstant(),
                claim.get("updatedAt").asZonedDateTime().toInstant(),
                now);
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

    public @Nullable Instant expiresAt() {
        return content.expiresAt();
    }

    public List<Link> substantiation() {
        return links;
    }

    public ClaimStanding standing() {
        return Derivation.standing(this);
    }

    public boolean usable() {
        return status == ClaimStatus.APPROVED && standing() == ClaimStanding.CURRENT;
    }

    /** Why it is not usable; empty where it is. */
    public List<Reason> reasons() {
        return Derivation.reasons(this);
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

    List<Fact> facts() {
        return links.stream().map(Link::fact).toList();
    }

    /** The content that submission and approval act on: the draft's where there is one. */
    ClaimContent pending() {
        return draft == null ? content : draft.content();
    }

    ClaimStatus pendingStatus() {
        return draft == null ? status : draft.status();
    }

    Set<String> pendingWriters() {
        var writers = new HashSet<>(writerIds);
        if (draft != null) {
            writers.addAll(draft.writerIds());
        }
        return writers;
    }

    /**
     * What an approver is shown, as one opaque token: the wording, the qualifiers and the facts' statements.
     *
     * @param pendingFacts the draft's facts where there is a draft, else the claim's own
     */
    String basis(List<Fact> pendingFacts) {
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
        state.put("successorId", successorId);
        state.put("draft", draft);
        var stamps = new HashMap<String, Object>();
        links.forEach(link -> stamps.put(link.fact().id(), link.stamp()));
        state.put("stamps", stamps);
        return state;
    }

    private static List<Value> inPlace(Value values) {
        var list = new ArrayList<>(values.asList(value -> value));
        list.sort(Comparator.comparingLong(value -> value.get("place").asLong()));
        return list;
    }

    private static List<Subject> subjects(Value subjects) {
        return subjects.asList(Subject::from).stream()
                .sorted(Comparator.comparing(Subject::id))
                .toList();
    }

    private static List<String> ids(List<Subject> subjects) {
        return subjects.stream().map(Subject::id).toList();
    }
}

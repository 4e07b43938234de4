package dev.claimgraph.fact;

import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.fact.Basis.Snapshot;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Identified;
import dev.claimgraph.shared.Json;
import dev.claimgraph.shared.Nodes;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.threeten.extra.PeriodDuration;

/**
 * One atomic, testable statement about one subject, as it stood at one moment.
 *
 * @param statementPrint the fingerprint of its statement, which links are stamped with
 * @param revision how often its content was written, from 1
 * @param standing derived for the moment it was read at
 * @param subject what it is about, in brief: without attributes
 * @param lifecycle its subject's; null where that is no feature
 * @param left what has left the value it had when the fact was last verified, depended on or not
 * @param failing what makes the check fail; null while it holds
 * @param contentLeft when and by whom what it says or is judged on left what was verified; null while it is that
 * @param lifecycleSince when and by whom its subject's lifecycle became what it is; null where the fact was recorded so
 * @param decisions how often it was verified or disputed
 * @param verification the last decision; null before the first
 * @param verified the snapshot that was last verified, as it is stored; null before
 * @param reworded when and by whom its statement was written
 * @param retraction who took it back; null while it stands
 */
public record Fact(
        String id,
        @Nullable String key,
        FactKind kind,
        FactContent content,
        String statementPrint,
        long revision,
        FactStanding standing,
        String fingerprint,
        boolean holds,
        Subject subject,
        @Nullable Lifecycle lifecycle,
        List<Moved> left,
        @Nullable Moved failing,
        @Nullable Written contentLeft,
        @Nullable Written lifecycleSince,
        List<Evidence> evidence,
        long decisions,
        @Nullable Verification verification,
        @Nullable String verified,
        Written recorded,
        Written revised,
        Written reworded,
        @Nullable Retraction retraction)
        implements Identified {

    /** What a statement returns for the fact {@code f}, to be read by {@link #from}. */
    public static final String PROJECTION = """
        {fact: properties(f),
          around: [(f)-[:ABOUT|BACKED_BY]->(n) | n],
          verification: head([(f)<-[:OF]-(v:Verification) WHERE v.number = f.decisions |\s\
        """ + Verification.PROJECTION + "])}";

    public static Fact from(Value row, Instant now) {
        var fact = row.get("fact");
        var check = fact.get("check").asString(null);
        var reviewEvery = fact.get("reviewEvery").asString(null);
        var content = new FactContent(
                fact.get("statement").asString(),
                fact.get("dependsOnAll").asBoolean(),
                new TreeSet<>(fact.get("dependsOn").asList(Value::asString)),
                check == null ? null : FactCheck.stored(check),
                reviewEvery == null ? null : PeriodDuration.parse(reviewEvery));
        var lifecycle = fact.get("lifecycle").asString(null);
        var verification = row.get("verification");
        var around = row.get("around");
        var evidence = Nodes.labelled("Evidence", around).stream()
                .sorted(Comparator.comparingLong(piece -> piece.get("number").asLong()))
                .map(Evidence::from)
                .toList();
        return new Fact(
                fact.get("id").asString(),
                fact.get("key").asString(null),
                FactKind.valueOf(fact.get("kind").asString()),
                content,
                fact.get("statementPrint").asString(),
                fact.get("revision").asLong(),
                FactStanding.valueOf(fact.get("state").asString()).at(now, instant(fact.get("validUntil"))),
                fact.get("basis").asString(),
                fact.get("holds").asBoolean(),
                Subject.inBrief(Nodes.labelled("Subject", around).getFirst()),
                lifecycle == null ? null : Lifecycle.valueOf(lifecycle),
                Moved.stored(fact.get("left").asString(null)),
                Moved.storedOne(fact.get("failing").asString(null)),
                Written.stored(fact.get("contentLeft").asString(null)),
                Written.stored(fact.get("lifecycleSince").asString(null)),
                evidence,
                fact.get("decisions").asLong(),
                verification.isNull() ? null : Verification.from(verification),
                fact.get("verified").asString(null),
                written(fact, "recorded"),
                written(fact, "revised"),
                written(fact, fact.get("rewordedAt").isNull() ? "recorded" : "reworded"),
                fact.get("retractedAt").isNull()
                        ? null
                        : new Retraction(
                                fact.get("retractedAt").asZonedDateTime().toInstant(),
                                fact.get("retractedBy").asString(),
                                fact.get("retractedBecause").asString()));
    }

    /** The same once its subject has moved it; whether it has lapsed meanwhile is not looked at. */
    Fact in(FactState state) {
        return new Fact(
                id,
                key,
                kind,
                content,
                statementPrint,
                revision,
                state.timeless(),
                state.basis().fingerprint(),
                state.basis().holds(),
                subject,
                state.subject().lifecycle(),
                state.left(),
                state.failing(),
                state.contentLeft(),
                state.lifecycleSince(),
                evidence,
                decisions,
                verification,
                verified,
                recorded,
                revised,
                reworded,
                retraction);
    }

    public String statement() {
        return content.statement();
    }

    Snapshot snapshot() {
        return Snapshot.stored(verified);
    }

    /** What a verifier is shown, as one opaque token: the basis and the last decision. */
    public String basis() {
        return Fingerprint.of(fingerprint, Long.toString(decisions), Boolean.toString(retraction != null));
    }

    public String subjectId() {
        return subject.id();
    }

    /** What it is judged on that is not as it was when last verified. */
    public List<Moved> moved() {
        return Moved.counted(content, left, failing);
    }

    public boolean dependsOnAll() {
        return content.dependsOnAll();
    }

    public List<String> dependsOn() {
        return List.copyOf(content.dependsOn());
    }

    public @Nullable FactCheck check() {
        return content.check();
    }

    public @Nullable PeriodDuration reviewEvery() {
        return content.reviewEvery();
    }

    public Instant recordedAt() {
        return recorded.at();
    }

    public boolean isAbout(SubjectType type) {
        return subject.type() == type;
    }

    public boolean hasEvidence(Evidence.EvidenceKind wanted) {
        return evidence.stream().anyMatch(piece -> piece.kind() == wanted);
    }

    /** The decision that it stood on when last verified; null before it ever was. */
    @Nullable
    Decision decision() {
        return verification == null ? null : verification.decision();
    }

    /** The whole of it, for the change log, but for what time alone does: a fact that lapsed is VERIFIED there. */
    Map<String, Object> state() {
        var state = new HashMap<String, Object>(content.properties());
        state.remove("statementPrint");
        state.put("type", "Fact");
        state.put("kind", kind);
        state.put("key", key);
        state.put("revision", revision);
        state.put("subjectId", subjectId());
        state.put("evidence", evidence.stream().map(Evidence::properties).toList());
        state.put("decisions", decisions);
        state.put("verified", verified == null ? null : snapshot());
        state.put("verification", verification == null ? null : decided(verification));
        state.put("retraction", retraction);
        state.put("standing", standing == FactStanding.LAPSED ? FactStanding.VERIFIED : standing);
        state.put("basis", fingerprint);
        state.put("holds", holds);
        state.put("lifecycle", lifecycle);
        state.put("left", left);
        state.put("failing", failing);
        state.put("contentLeft", contentLeft);
        state.put("lifecycleSince", lifecycleSince);
        state.put("recorded", recorded);
        state.put("revised", revised);
        state.put("reworded", reworded);
        return state;
    }

    private static Map<String, Object> decided(Verification verification) {
        var decided = new HashMap<String, Object>();
        decided.put("id", verification.id());
        decided.put("decision", verification.decision());
        decided.put("at", verification.at());
        decided.put("personId", verification.by().id());
        decided.put("note", verification.note());
        decided.put("validUntil", verification.validUntil());
        decided.put("revision", verification.revision().number());
        return decided;
    }

    private static Written written(Value fact, String how) {
        return new Written(
                fact.get(how + "At").asZonedDateTime().toInstant(),
                fact.get(how + "By").asString());
    }

    private static @Nullable Instant instant(Value value) {
        return value.isNull() ? null : value.asZonedDateTime().toInstant();
    }

    /** When something was written, and by whom. */
    public record Written(Instant at, String personId) {

        static @Nullable Written stored(@Nullable String json) {
            return json == null ? null : Json.read(json, Written.class);
        }
    }

    /** When a fact was taken back, by whom and why. */
    public record Retraction(Instant at, String personId, String reason) {}
}

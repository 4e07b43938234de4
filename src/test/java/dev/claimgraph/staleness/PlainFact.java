package dev.claimgraph.staleness;

import dev.claimgraph.claim.Reason.Code;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.fact.FactStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fact by the letter of the vocabulary. */
final class PlainFact {

    final String id;
    final PlainSubject subject;
    final FactKind kind;
    final Moment recorded;
    Content content;
    Moment worded;
    int revision = 1;
    boolean hasQuote;
    int decisions;

    @Nullable
    Decision decision;

    @Nullable
    Moment decided;

    @Nullable
    Instant validUntil;

    @Nullable
    Moment retracted;

    private @Nullable Verified verified;
    private @Nullable Contradicted contradicted;
    private @Nullable Moment rewritten;

    PlainFact(String id, PlainSubject subject, FactKind kind, Content content, Moment recorded) {
        this.id = id;
        this.subject = subject;
        this.kind = kind;
        this.content = content;
        this.recorded = recorded;
        this.worded = recorded;
        settle(recorded);
    }

    boolean holds() {
        return content.check == null || content.check.holds(subject.values());
    }

    /** After any write to the fact or its subject: since when its check fails, and since when it is not what was verified. */
    void settle(Moment now) {
        if (holds()) {
            contradicted = null;
        } else if (contradicted == null || !contradicted.attribute.equals(content.check.attribute())) {
            contradicted = new Contradicted(content.check.attribute(), now);
        }
        rewritten = !isRewritten() ? null : rewritten == null ? now : rewritten;
    }

    /** Whether it says something else than was verified or is judged on something else, whatever has become of the values. */
    private boolean isRewritten() {
        if (verified == null) {
            return false;
        }
        var then = verified.basis;
        var now = basis();
        return !then.statement.equals(now.statement)
                || !then.check.equals(now.check)
                || !(content.all && verified.all) && !then.values.keySet().equals(now.values.keySet());
    }

    void write(Content next, Moment now) {
        if (!next.isWrittenLike(content)) {
            worded = next.statement.equals(content.statement) ? worded : now;
            content = next;
            revision++;
        }
        settle(now);
    }

    void decide(Decision made, @Nullable Instant until, Moment now) {
        decisions++;
        decision = made;
        decided = now;
        validUntil = until;
        if (made == Decision.VERIFIED) {
            verified = new Verified(basis(), judged(), content.all, subject.revision());
            rewritten = null;
        }
    }

    /** What its truth is judged on. */
    Basis basis() {
        var values = new TreeMap<String, String>();
        for (var name : dependencies()) {
            var value = subject.values().get(name);
            values.put(name, value == null ? "nothing" : value.same());
        }
        return new Basis(content.statement, content.check == null ? "none" : content.check.same(), holds(), values);
    }

    /** What a verifier is shown, as far as it counts. */
    List<Object> shown() {
        return List.of(basis(), decisions, retracted != null);
    }

    FactStanding standing(Instant now) {
        if (retracted != null) {
            return FactStanding.RETRACTED;
        }
        if (decision == Decision.DISPUTED) {
            return FactStanding.DISPUTED;
        }
        if (!holds()) {
            return FactStanding.CONTRADICTED;
        }
        if (verified == null) {
            return FactStanding.UNVERIFIED;
        }
        if (!verified.basis.equals(basis())) {
            return FactStanding.SUSPECT;
        }
        return validUntil != null && !now.isBefore(validUntil) ? FactStanding.LAPSED : FactStanding.VERIFIED;
    }

    Stream<PlainReason> reasons(Instant now) {
        return switch (standing(now)) {
            case RETRACTED -> Stream.of(reason(Code.FACT_RETRACTED, Objects.requireNonNull(retracted)));
            case DISPUTED -> Stream.of(reason(Code.FACT_DISPUTED, Objects.requireNonNull(decided)));
            case CONTRADICTED -> Stream.of(contradiction());
            case UNVERIFIED -> Stream.of(reason(Code.FACT_UNVERIFIED, recorded));
            case SUSPECT -> suspicion();
            case LAPSED -> Stream.of(new PlainReason(Code.FACT_LAPSED, id, null, null, null, null, validUntil));
            case VERIFIED -> Stream.empty();
        };
    }

    /** Since the check fails or, where what it checks is also depended on, since that left its verified value. */
    private PlainReason contradiction() {
        var name = Objects.requireNonNull(content.check).attribute();
        var isMoved = (content.all || dependencies().contains(name)) && moved().contains(name);
        return moved(Code.FACT_CONTRADICTED, name, isMoved ? left(name) : Objects.requireNonNull(contradicted).since);
    }

    private Stream<PlainReason> suspicion() {
        var moved = moved();
        if (!content.all) {
            moved.retainAll(dependencies());
        }
        return Stream.concat(
                Stream.ofNullable(rewritten).map(since -> reason(Code.FACT_SUSPECT, since)),
                moved.stream().map(name -> moved(Code.FACT_SUSPECT, name, left(name))));
    }

    private Moment left(String name) {
        return subject.left(Objects.requireNonNull(verified).revision, name);
    }

    private PlainReason moved(Code code, String name, Moment since) {
        var before = verified != null && verified.isJudged(name)
                ? subject.at(verified.revision).get(name)
                : null;
        var after = subject.values().get(name);
        return new PlainReason(
                code,
                id,
                name,
                before == null ? null : before.shown(),
                after == null ? null : after.shown(),
                since.by(),
                since.at());
    }

    private PlainReason reason(Code code, Moment since) {
        return new PlainReason(code, id, null, null, null, since.by(), since.at());
    }

    /** What was judged when last verified and has another value now. */
    private SortedSet<String> moved() {
        var names = new TreeSet<String>();
        if (verified != null) {
            names.addAll(verified.names);
            names.addAll(verified.all ? subject.values().keySet() : List.of());
            var then = subject.at(verified.revision);
            names.removeIf(
                    name -> PlainSubject.same(then.get(name), subject.values().get(name)));
        }
        return names;
    }

    private SortedSet<String> dependencies() {
        var names = new TreeSet<>(content.all ? subject.values().keySet() : content.names);
        if (subject.lifecycle() != null) {
            names.add(PlainSubject.LIFECYCLE);
        }
        return names;
    }

    private SortedSet<String> judged() {
        var names = new TreeSet<>(dependencies());
        if (content.check != null) {
            names.add(content.check.attribute());
        }
        return names;
    }

    /** @param all whether it depends on every attribute */
    record Content(
            String statement,
            boolean all,
            SortedSet<String> names,
            @Nullable PlainCheck check,
            @Nullable Duration reviewEvery) {

        /** With another statement; the same one where that is null. */
        Content saying(@Nullable String other) {
            return other == null ? this : new Content(other, all, names, check, reviewEvery);
        }

        boolean isWrittenLike(Content other) {
            return statement.equals(other.statement)
                    && all == other.all
                    && names.equals(other.names)
                    && Objects.equals(reviewEvery, other.reviewEvery)
                    && (check == null ? other.check == null : check.isWrittenLike(other.check));
        }
    }

    record Basis(String statement, String check, boolean holds, Map<String, String> values) {}

    /** Since when a check of this attribute fails. */
    private record Contradicted(String attribute, Moment since) {}

    /** What a verification was about. */
    private record Verified(Basis basis, SortedSet<String> names, boolean all, int revision) {

        boolean isJudged(String name) {
            return all || names.contains(name);
        }
    }
}

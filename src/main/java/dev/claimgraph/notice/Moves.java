package dev.claimgraph.notice;

import dev.claimgraph.catalog.Product;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.ClaimThen;
import dev.claimgraph.claim.PastClaims;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.fact.PastFacts;
import dev.claimgraph.history.Change;
import dev.claimgraph.notice.Notice.Cause;
import dev.claimgraph.notice.Notice.Kind;
import dev.claimgraph.notice.Telling.Passing;
import dev.claimgraph.notice.Telling.Span;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what things were worth before and after, and makes a notice of each difference. */
@Component
class Moves {

    private static final Set<String> OWNED = Set.of("product", "feature", "persona", "problem", "competitor");

    private final PastClaims claims;
    private final PastFacts facts;
    private final Products products;
    private final Subjects subjects;

    Moves(PastClaims claims, PastFacts facts, Products products, Subjects subjects) {
        this.claims = claims;
        this.facts = facts;
        this.products = products;
        this.subjects = subjects;
    }

    List<Notice> ofClaims(Collection<String> ids, Span span, Cause cause) {
        var states = claims.between(span.stretch(), span.before(), span.after(), ids);
        var moves = new ArrayList<Notice>();
        states.before().forEach((id, was) -> {
            var is = Objects.requireNonNull(states.after().get(id));
            move(id, is, was.at(span.moment()), is.at(span.moment()), cause).ifPresent(moves::add);
        });
        return moves;
    }

    /** A claim may run out of several things, one after the other. */
    List<Notice> ofClaims(Collection<String> ids, Passing time) {
        var moves = new ArrayList<Notice>();
        claims.between(time.stretch(), time.position(), time.position(), ids)
                .after()
                .forEach((id, claim) -> {
                    var before = claim.at(time.after());
                    for (var moment : claim.moments(time.after(), time.upTo())) {
                        var after = claim.at(moment);
                        move(id, claim, before, after, Cause.moment(moment)).ifPresent(moves::add);
                        before = after;
                    }
                });
        return moves;
    }

    List<Notice> ofFacts(Collection<String> ids, Span span, Cause cause) {
        var states = facts.between(span.stretch(), span.before(), span.after(), ids);
        var moves = new ArrayList<FactMove>();
        states.after().forEach((id, then) -> {
            var was = states.before().get(id);
            var standing = was == null ? null : was.at(span.moment()).standing();
            moves.add(new FactMove(standing, then.at(span.moment()), cause));
        });
        return told(moves);
    }

    List<Notice> ofFacts(Collection<String> ids, Passing time) {
        var moves = new ArrayList<FactMove>();
        facts.between(time.stretch(), time.position(), time.position(), ids)
                .after()
                .forEach((id, fact) -> fact.lapsesAt()
                        .ifPresent(moment -> moves.add(new FactMove(
                                fact.at(time.after()).standing(), fact.at(time.upTo()), Cause.moment(moment)))));
        return told(moves);
    }

    /** Several steps that one commit takes are one. */
    List<Notice> ofReviews(Collection<Change> changed, Cause cause) {
        return after("review", changed, ReviewMoved.class).entrySet().stream()
                .map(entry -> Notice.of(Kind.REVIEW, entry.getKey(), cause, entry.getValue()))
                .toList();
    }

    List<Notice> ofQuestions(Collection<Change> changed, Cause cause) {
        var asked = after("question", changed, LoggedQuestion.class);
        var about = subjects(asked.values().stream().map(LoggedQuestion::subjectId));
        return asked.entrySet().stream()
                .map(entry -> {
                    var question = entry.getValue();
                    var owner = owner(about, question.subjectId());
                    return Notice.of(
                            Kind.QUESTION,
                            entry.getKey(),
                            cause,
                            new QuestionMoved(question.text(), question.status(), owner));
                })
                .toList();
    }

    List<Notice> ofOwners(Collection<Change> changed, Cause cause) {
        return changed.stream()
                .filter(change -> change.before() != null && isOwned(change.aggregate()))
                .flatMap(change -> ownerMoved(change).stream()
                        .map(moved -> Notice.of(Kind.OWNER, change.aggregate(), cause, moved)))
                .toList();
    }

    private static boolean isOwned(String aggregate) {
        var kind = Id.kindOf(aggregate);
        return kind != null && OWNED.contains(kind);
    }

    private Optional<OwnerMoved> ownerMoved(Change change) {
        var before = Json.read(Objects.requireNonNull(change.before()), LoggedOwned.class);
        var after = Json.read(change.after(), LoggedOwned.class);
        if (after.ownerId() == null || after.ownerId().equals(before.ownerId())) {
            return Optional.empty();
        }
        var from = before.ownerId() == null && before.productId() != null
                ? products.byId(before.productId()).map(Product::ownerId).orElse(null)
                : before.ownerId();
        return Optional.of(new OwnerMoved(from, after.ownerId()));
    }

    /** What the last of these changes left of each thing of a kind. */
    private static <T> Map<String, T> after(String kind, Collection<Change> changed, Class<T> type) {
        var left = new LinkedHashMap<String, T>();
        changed.stream()
                .filter(change -> kind.equals(Id.kindOf(change.aggregate())))
                .forEach(change -> left.put(change.aggregate(), Json.read(change.after(), type)));
        return left;
    }

    private static Optional<Notice> move(
            String id, ClaimThen claim, ClaimThen.Worth before, ClaimThen.Worth after, Cause cause) {
        return after.differsFrom(before)
                ? Optional.of(Notice.of(Kind.CLAIM_STANDING, id, cause, ClaimMoved.of(claim, before, after)))
                : Optional.empty();
    }

    private List<Notice> told(Collection<FactMove> moves) {
        var moved = moves.stream()
                .filter(move -> move.from() != move.fact().standing())
                .toList();
        var about = subjects(moved.stream().map(move -> move.fact().subjectId()));
        return moved.stream()
                .map(move -> {
                    var fact = move.fact();
                    var data = new FactMoved(
                            fact.key(), fact.statement(), owner(about, fact.subjectId()), move.from(), fact.standing());
                    return Notice.of(Kind.FACT_STANDING, fact.id(), move.cause(), data);
                })
                .toList();
    }

    private Map<String, Subject> subjects(Stream<String> ids) {
        var named = ids.distinct().toList();
        return named.isEmpty() ? Map.of() : subjects.byId(named);
    }

    private static @Nullable String owner(Map<String, Subject> subjects, String id) {
        var subject = subjects.get(id);
        return subject == null ? null : subject.ownerId();
    }

    private record FactMove(@Nullable FactStanding from, Fact fact, Cause cause) {}

    /** What the log keeps of a product or a subject, as far as its owner goes. */
    private record LoggedOwned(
            @Nullable String ownerId, @Nullable String productId) {}

    /** What the log keeps of a question, as far as people are told. */
    private record LoggedQuestion(String text, String status, String subjectId) {}
}

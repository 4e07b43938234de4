package dev.claimgraph.review;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Owners;
import dev.claimgraph.access.Person;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.contribution.Areas;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.shared.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads reviews with what they are about, and whom they wait for: in as many statements for many as for one. */
@Component
class ReviewsUnderWay {

    private final ReviewRepository reviews;
    private final Claims claims;
    private final Facts facts;
    private final Subjects subjects;
    private final Areas areas;
    private final Owners owners;

    ReviewsUnderWay(
            ReviewRepository reviews, Claims claims, Facts facts, Subjects subjects, Areas areas, Owners owners) {
        this.reviews = reviews;
        this.claims = claims;
        this.facts = facts;
        this.subjects = subjects;
        this.areas = areas;
        this.owners = owners;
    }

    Map<String, InReview> byId(Collection<String> ids) {
        var found = reviews.byId(ids);
        var about = claims.byId(
                found.values().stream().map(Review::claimId).distinct().toList());
        var named = Stream.concat(
                        about.values().stream()
                                .filter(claim -> claim.draft() != null)
                                .flatMap(claim -> claim.pending().factIds().stream()),
                        found.values().stream().flatMap(ReviewsUnderWay::doubtedIds))
                .distinct()
                .toList();
        var there = named.isEmpty() ? Map.<String, Fact>of() : facts.byId(named);
        var known = new HashMap<String, InReview>();
        found.forEach((id, review) -> {
            var claim = Objects.requireNonNull(about.get(review.claimId()));
            var pending =
                    claim.draft() == null ? claim.facts() : all(claim.pending().factIds(), there);
            known.put(
                    id,
                    new InReview(review, claim, pending, all(doubtedIds(review).toList(), there)));
        });
        return known;
    }

    Map<String, Waiting> waitingById(Collection<String> ids) {
        var known = byId(ids);
        var ownerBySubject = new HashMap<String, String>();
        subjects.byId(known.values().stream()
                        .flatMap(InReview::unsettled)
                        .map(Fact::subjectId)
                        .distinct()
                        .toList())
                .forEach((id, subject) -> ownerBySubject.put(id, Objects.requireNonNull(subject.ownerId())));
        var stewardId = areas.messagingSteward();
        var steward = stewardId == null ? null : owners.byId(List.of(stewardId)).get(stewardId);
        var waiting = new HashMap<String, Waiting>();
        known.forEach((id, review) -> {
            var asked = review.review().reviewerId();
            var whose = review.waiting(
                    ownerBySubject, asked == null && mayApprove(steward, review.claim()) ? stewardId : asked);
            if (whose != null) {
                waiting.put(id, whose);
            }
        });
        return waiting;
    }

    /** A team may as far as is known here: its members' roles are their own. */
    private static boolean mayApprove(@Nullable Owner owner, Claim claim) {
        return owner != null
                && (!(owner instanceof Person person)
                        || ((person.roles().contains(Role.APPROVER)
                                        || person.roles().contains(Role.ADMIN))
                                && !claim.pendingWriters().contains(person.id())));
    }

    private static Stream<String> doubtedIds(Review review) {
        return review.blocking().stream().map(Finding::factId).filter(Objects::nonNull);
    }

    private static List<Fact> all(Collection<String> ids, Map<String, Fact> facts) {
        return ids.stream().map(facts::get).filter(Objects::nonNull).toList();
    }
}

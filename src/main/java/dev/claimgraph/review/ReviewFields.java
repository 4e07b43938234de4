package dev.claimgraph.review;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Owners;
import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.contribution.Areas;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Problem;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.threeten.extra.PeriodDuration;

/** The fields of reviews and findings that follow from something else, each read once for a whole answer. */
@Controller
class ReviewFields {

    private final ReviewRepository reviews;
    private final ReviewLists lists;
    private final Approvers approvers;
    private final Claims claims;
    private final Facts facts;
    private final Subjects subjects;
    private final People people;
    private final Owners owners;
    private final Areas areas;
    private final Clock clock;

    ReviewFields(
            ReviewRepository reviews,
            ReviewLists lists,
            Approvers approvers,
            Claims claims,
            Facts facts,
            Subjects subjects,
            People people,
            Owners owners,
            Areas areas,
            Clock clock) {
        this.reviews = reviews;
        this.lists = lists;
        this.approvers = approvers;
        this.claims = claims;
        this.facts = facts;
        this.subjects = subjects;
        this.people = people;
        this.owners = owners;
        this.areas = areas;
        this.clock = clock;
    }

    @SchemaMapping(typeName = "Claim", field = "review")
    CompletableFuture<@Nullable Review> lastOf(Claim claim, DataFetchingEnvironment field) {
        return Batch.one(field, claim.id(), reviews::lastOf);
    }

    @SchemaMapping(typeName = "Claim", field = "reviews")
    CompletableFuture<Connection<Review>> of(Claim claim, PageRequest page, DataFetchingEnvironment field) {
        return Batch.connection(field, claim.id(), page, lists::of);
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable Claim> claim(Review review, DataFetchingEnvironment field) {
        return Batch.one(field, review.claimId(), claims::byId);
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable ReviewStatus> status(Review review, DataFetchingEnvironment field) {
        return this.<ReviewStatus>derived(review, field, ids -> values(inReview(ids), InReview::status));
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable List<Problem>> unmet(Review review, DataFetchingEnvironment field) {
        return this.<List<Problem>>derived(
                review, field, ids -> values(inReview(ids), known -> known.unmet(approvers)));
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable Integer> approversNeeded(Review review, DataFetchingEnvironment field) {
        return this.<Integer>derived(
                review,
                field,
                ids -> values(
                        inReview(ids),
                        known -> approvers.of(known.claim().pending().kind())));
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable Waiting> waiting(Review review, DataFetchingEnvironment field) {
        return this.<Waiting>derived(review, field, this::waitingById);
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable Person> openedBy(Review review, DataFetchingEnvironment field) {
        return person(review.openedBy(), field);
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable Person> reviewer(Review review, DataFetchingEnvironment field) {
        return person(review.reviewerId(), field);
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable Person> endedBy(Review review, DataFetchingEnvironment field) {
        return person(review.ended() == null ? null : review.ended().personId(), field);
    }

    @SchemaMapping(typeName = "Waiting")
    CompletableFuture<List<Owner>> on(Waiting waiting, DataFetchingEnvironment field) {
        return Batch.all(field, waiting.ownerIds(), owners::byId);
    }

    @SchemaMapping(typeName = "Waiting")
    PeriodDuration age(Waiting waiting) {
        return PeriodDuration.of(Duration.between(waiting.since(), clock.instant()));
    }

    @SchemaMapping(typeName = "Finding")
    CompletableFuture<@Nullable Person> by(Finding finding, DataFetchingEnvironment field) {
        return person(finding.personId(), field);
    }

    @SchemaMapping(typeName = "Finding")
    CompletableFuture<@Nullable Fact> fact(Finding finding, DataFetchingEnvironment field) {
        return fact(finding.factId(), field);
    }

    @SchemaMapping(typeName = "Finding", field = "endedBy")
    CompletableFuture<@Nullable Person> findingEndedBy(Finding finding, DataFetchingEnvironment field) {
        return person(finding.ended() == null ? null : finding.ended().personId(), field);
    }

    @SchemaMapping(typeName = "FindingAnswer", field = "by")
    CompletableFuture<@Nullable Person> answeredBy(Finding.Answer answer, DataFetchingEnvironment field) {
        return person(answer.personId(), field);
    }

    @SchemaMapping(typeName = "FindingAnswer", field = "fact")
    CompletableFuture<@Nullable Fact> answeredWith(Finding.Answer answer, DataFetchingEnvironment field) {
        return fact(answer.factId(), field);
    }

    private CompletableFuture<@Nullable Person> person(@Nullable String id, DataFetchingEnvironment field) {
        return id == null ? CompletableFuture.completedFuture(null) : Batch.one(field, id, people::byId);
    }

    private CompletableFuture<@Nullable Fact> fact(@Nullable String id, DataFetchingEnvironment field) {
        return id == null ? CompletableFuture.completedFuture(null) : Batch.one(field, id, facts::byId);
    }

    private <V> CompletableFuture<@Nullable V> derived(
            Review review, DataFetchingEnvironment field, Function<Collection<String>, Map<String, V>> read) {
        return Batch.one(field, review.id(), read);
    }

    private Map<String, Waiting> waitingById(Collection<String> reviewIds) {
        var known = inReview(reviewIds);
        var ownerBySubject = new HashMap<String, String>();
        var about = known.values().stream()
                .flatMap(review -> review.facts().stream())
                .map(Fact::subjectId)
                .distinct()
                .toList();
        subjects.byId(about).values().stream()
                .filter(subject -> subject.ownerId() != null)
                .forEach(subject -> ownerBySubject.put(subject.id(), Objects.requireNonNull(subject.ownerId())));
        var steward = areas.messagingSteward();
        return values(known, review -> review.waiting(ownerBySubject, steward));
    }

    /** Three statements at most, whatever the number of reviews. */
    private Map<String, InReview> inReview(Collection<String> reviewIds) {
        var found = reviews.byId(reviewIds);
        var about = claims.byId(
                found.values().stream().map(Review::claimId).distinct().toList());
        var drafted = about.values().stream()
                .filter(claim -> claim.draft() != null)
                .flatMap(claim -> claim.pending().factIds().stream())
                .distinct()
                .toList();
        var standOn = drafted.isEmpty() ? Map.<String, Fact>of() : facts.byId(drafted);
        var known = new HashMap<String, InReview>();
        found.forEach((id, review) -> {
            var claim = Objects.requireNonNull(about.get(review.claimId()));
            var pending = claim.draft() == null
                    ? claim.facts()
                    : claim.pending().factIds().stream()
                            .map(standOn::get)
                            .filter(Objects::nonNull)
                            .toList();
            known.put(id, new InReview(review, claim, pending));
        });
        return known;
    }

    private static <V> Map<String, V> values(Map<String, InReview> known, Function<InReview, @Nullable V> value) {
        var values = new HashMap<String, V>();
        known.forEach((id, review) -> {
            var derived = value.apply(review);
            if (derived != null) {
                values.put(id, derived);
            }
        });
        return values;
    }
}

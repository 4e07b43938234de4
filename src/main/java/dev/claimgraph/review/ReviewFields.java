package dev.claimgraph.review;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Owners;
import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Problem;
import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private final ReviewsUnderWay underWay;
    private final Approvers approvers;
    private final Claims claims;
    private final Facts facts;
    private final People people;
    private final Owners owners;
    private final Clock clock;

    ReviewFields(
            ReviewRepository reviews,
            ReviewLists lists,
            ReviewsUnderWay underWay,
            Approvers approvers,
            Claims claims,
            Facts facts,
            People people,
            Owners owners,
            Clock clock) {
        this.reviews = reviews;
        this.lists = lists;
        this.underWay = underWay;
        this.approvers = approvers;
        this.claims = claims;
        this.facts = facts;
        this.people = people;
        this.owners = owners;
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
    CompletableFuture<ReviewStatus> status(Review review, DataFetchingEnvironment field) {
        return derived(review, field, InReview::status);
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<List<Problem>> unmet(Review review, DataFetchingEnvironment field) {
        return derived(review, field, known -> known.unmet(approvers));
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<Integer> approversNeeded(Review review, DataFetchingEnvironment field) {
        return derived(
                review, field, known -> approvers.of(known.claim().pending().kind()));
    }

    @SchemaMapping(typeName = "Review")
    CompletableFuture<@Nullable Waiting> waiting(Review review, DataFetchingEnvironment field) {
        return Batch.one(field, review.id(), underWay::waitingById);
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

    private <V> CompletableFuture<V> derived(
            Review review, DataFetchingEnvironment field, Function<InReview, V> value) {
        return Batch.shared(field, InReview.class, review.id(), underWay::byId)
                .thenApply(known -> value.apply(Objects.requireNonNull(known)));
    }
}

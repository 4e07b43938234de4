package dev.claimgraph.notice;

import dev.claimgraph.access.Callers;
import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.fact.Question;
import dev.claimgraph.fact.Questions;
import dev.claimgraph.notice.Notice.Kind;
import dev.claimgraph.review.Review;
import dev.claimgraph.review.Reviews;
import dev.claimgraph.shared.Id;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Tells callers of what changes, as it does. */
@Controller
class NoticeController {

    private final Feed feed;
    private final Notices notices;
    private final Present present;
    private final Facts facts;
    private final Questions questions;
    private final Reviews reviews;
    private final Products products;
    private final Subjects subjects;
    private final People people;
    private final Callers callers;

    NoticeController(
            Feed feed,
            Notices notices,
            Present present,
            Facts facts,
            Questions questions,
            Reviews reviews,
            Products products,
            Subjects subjects,
            People people,
            Callers callers) {
        this.feed = feed;
        this.notices = notices;
        this.present = present;
        this.facts = facts;
        this.questions = questions;
        this.reviews = reviews;
        this.products = products;
        this.subjects = subjects;
        this.people = people;
        this.callers = callers;
    }

    @QueryMapping
    String noticeCursor() {
        return feed.cursor();
    }

    @SubscriptionMapping
    Flux<ClaimStandingChange> claimStandingChanged(@Nullable ClaimFilter filter, @Argument @Nullable String after) {
        return feed.after(after, page -> notices.wanted(page, filter))
                .filter(notice -> notice.kind() == Kind.CLAIM_STANDING)
                .map(notice -> new ClaimStandingChange(notice, notice.data(ClaimMoved.class), present));
    }

    @SubscriptionMapping
    Flux<ReviewMove> reviewMoved(@Argument @Nullable List<String> claimIds, @Argument @Nullable String after) {
        return feed.after(after)
                .filter(notice -> notice.kind() == Kind.REVIEW)
                .map(notice -> new ReviewMove(notice, notice.data(ReviewMoved.class)))
                .filter(move ->
                        claimIds == null || claimIds.contains(move.moved().claimId()));
    }

    @SubscriptionMapping
    Flux<QueueChange> queueChanged(@Argument @Nullable String after) {
        var caller = callers.followed();
        return feed.after(after).mapNotNull(QueueChange::of).filter(change -> {
            var owner = caller.get();
            return owner != null && change.isFor(owner);
        });
    }

    @SchemaMapping(typeName = "Notice")
    String cursor(Told told) {
        return Feed.cursor(told.notice());
    }

    @SchemaMapping(typeName = "Notice")
    Instant at(Told told) {
        return told.notice().at();
    }

    @SchemaMapping(typeName = "Notice")
    @Nullable
    String action(Told told) {
        return told.notice().action();
    }

    @SchemaMapping(typeName = "Notice")
    CompletableFuture<@Nullable Person> by(Told told, DataFetchingEnvironment field) {
        var personId = told.notice().personId();
        return personId == null ? CompletableFuture.completedFuture(null) : Batch.one(field, personId, people::byId);
    }

    @SchemaMapping(typeName = "ReviewMove")
    CompletableFuture<@Nullable Review> review(ReviewMove move, DataFetchingEnvironment field) {
        return Batch.one(field, move.notice().aboutId(), reviews::byId);
    }

    @SchemaMapping(typeName = "QueueChange")
    CompletableFuture<@Nullable Fact> fact(QueueChange change, DataFetchingEnvironment field) {
        return Batch.one(field, change.notice().aboutId(), facts::byId);
    }

    @SchemaMapping(typeName = "QueueChange")
    CompletableFuture<@Nullable Question> question(QueueChange change, DataFetchingEnvironment field) {
        return Batch.one(field, change.notice().aboutId(), questions::byId);
    }

    @SchemaMapping(typeName = "QueueChange")
    CompletableFuture<?> changedHands(QueueChange change, DataFetchingEnvironment field) {
        var id = change.notice().aboutId();
        return "product".equals(Id.kindOf(id))
                ? Batch.one(field, id, products::byId)
                : Batch.one(field, id, subjects::byId);
    }
}

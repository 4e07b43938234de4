package dev.claimgraph.review;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimPayload;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The queries and mutations of sign-off. */
@Controller
class ReviewController implements NodeSource {

    private final Reviews reviews;
    private final Findings findings;
    private final ReviewRepository repository;
    private final ReviewLists lists;

    ReviewController(Reviews reviews, Findings findings, ReviewRepository repository, ReviewLists lists) {
        this.reviews = reviews;
        this.findings = findings;
        this.repository = repository;
        this.lists = lists;
    }

    @QueryMapping
    @Nullable
    Review review(@Argument String id) {
        return repository.byId(List.of(id)).get(id);
    }

    @QueryMapping
    Connection<Review> reviews(Actor actor, @Argument ReviewLists.@Nullable ReviewFilter filter, PageRequest page) {
        return lists.reviews(filter, actor, page);
    }

    @MutationMapping
    ClaimPayload submitClaim(Actor actor, @Argument ReviewInputs.SubmitClaim input) {
        return claim(() -> reviews.submit(actor, input));
    }

    @MutationMapping
    ClaimPayload approveClaim(Actor actor, @Argument ReviewInputs.ApproveClaim input) {
        return claim(() -> reviews.approve(actor, input));
    }

    @MutationMapping
    ClaimPayload rejectClaim(Actor actor, @Argument ReviewInputs.RejectClaim input) {
        return claim(() -> reviews.reject(actor, input));
    }

    @MutationMapping
    ClaimPayload reaffirmClaim(Actor actor, @Argument ReviewInputs.ReaffirmClaim input) {
        return claim(() -> reviews.reaffirm(actor, input));
    }

    @MutationMapping
    ReviewPayload addFindings(Actor actor, @Argument ReviewInputs.AddFindings input) {
        return review(() -> findings.add(actor, input));
    }

    @MutationMapping
    ReviewPayload requestChanges(Actor actor, @Argument ReviewInputs.RequestChanges input) {
        return review(() -> findings.requestChanges(actor, input));
    }

    @MutationMapping
    ReviewPayload answerFinding(Actor actor, @Argument ReviewInputs.AnswerFinding input) {
        return review(() -> findings.answer(actor, input));
    }

    @MutationMapping
    ReviewPayload withdrawFinding(Actor actor, @Argument ReviewInputs.WithdrawFinding input) {
        return review(() -> findings.withdraw(actor, input));
    }

    @Override
    public Set<String> kinds() {
        return Set.of("review");
    }

    @Override
    public Map<String, Review> byId(Collection<String> ids) {
        return repository.byId(ids);
    }

    private static ClaimPayload claim(Supplier<Claim> write) {
        return Refusal.catching(write, ClaimPayload::new);
    }

    private static ReviewPayload review(Supplier<Review> write) {
        return Refusal.catching(write, ReviewPayload::new);
    }

    record ReviewPayload(@Nullable Review review, List<Problem> problems) implements Payload {}
}

package dev.claimgraph.review;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.review.Finding.Kind;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sign-off takes, each reading itself and noting what is wrong. */
public final class ReviewInputs {

    private ReviewInputs() {}

    /** @param reviewerId the approver who is asked; null for any */
    public record SubmitClaim(
            @Nullable String claimId, @Nullable String reviewerId) {}

    /** @param basis the token that the approver was shown */
    public record ApproveClaim(
            @Nullable String claimId, @Nullable String basis) {}

    /** Why a claim in review is rejected. */
    public record RejectClaim(
            @Nullable String claimId, @Nullable String reason) {}

    /** @param basis the token that the approver was shown */
    public record ReaffirmClaim(
            @Nullable String claimId,
            @Nullable String basis,
            @Nullable String note) {}

    /** What a reviewer says about a claim in review. */
    public record AddFindings(@Nullable String claimId, List<FindingInput> findings) {}

    /** What sends a claim back to its author. */
    public record RequestChanges(
            @Nullable String claimId,
            @Nullable List<FindingInput> findings,
            @Nullable String note) {

        @Nullable
        String reason() {
            return new Problems().optionalText(note, Problems.LONG_TEXT, "note");
        }
    }

    /**
     * @param factId the fact that was missing
     * @param settles false for an answer that leaves the finding open
     */
    public record AnswerFinding(
            @Nullable String findingId,
            @Nullable String text,
            @Nullable String factId,
            @Nullable Boolean settles) {}

    /** A finding that its reviewer takes back. */
    public record WithdrawFinding(@Nullable String findingId) {}

    /** One finding as a reviewer sends it. */
    public record FindingInput(
            Kind kind,
            @Nullable String text,
            @Nullable String excerpt,
            @Nullable String factId,
            @Nullable String missingFact) {

        /** What was sent, trimmed, with what is wrong with it noted. */
        FindingInput checked(Claim claim, Problems problems, int place) {
            var missing = problems.optionalText(missingFact, Problems.TEXT, "findings", place, "missingFact");
            if (factId != null) {
                problems.id(factId, List.of("fact"), "findings", place, "factId");
            }
            var named = Stream.of(factId, missing).filter(name -> name != null).count();
            if (kind == Kind.FACTUAL && named != 1) {
                var message =
                        "A FACTUAL finding names the fact that is wrong, or says which one is missing: one of the two.";
                problems.add(ProblemCode.REQUIRED, message, "findings", place, "factId");
            }
            if (kind == Kind.STYLE && named > 0) {
                var message = "A STYLE finding names no fact; what concerns a fact is FACTUAL.";
                problems.add(ProblemCode.INVALID, message, "findings", place, "kind");
            }
            var words = problems.optionalText(excerpt, Problems.TEXT, "findings", place, "excerpt");
            if (words != null && claim.pending().wordings().noneMatch(wording -> wording.contains(words))) {
                var message = "These words stand neither in the claim, nor in its qualifiers and variants.";
                problems.add(ProblemCode.INVALID, message, "findings", place, "excerpt");
            }
            var said = problems.text(text, Problems.LONG_TEXT, "findings", place, "text");
            return new FindingInput(kind, said, words, factId, missing);
        }
    }
}

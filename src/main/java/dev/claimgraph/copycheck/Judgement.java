package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a passage that makes a claim.
 *
 * @param passage what is wrong; where nothing is, what makes the claim
 */
record Judgement(Match match, Passage passage, Claim claim, CheckCode code, List<Slip> slips) {

    /** @param nearby the usable claims that come nearest to the passage */
    CheckFinding finding(Draft draft, List<Claim> nearby) {
        var others =
                nearby.stream().filter(other -> !other.id().equals(claim.id())).toList();
        var suggestion = switch (code) {
            case VALUE_MISMATCH, CONTRADICTION -> draft.wording(claim);
            case APPROVED -> null;
            default -> others.isEmpty() ? null : draft.wording(others.getFirst());
        };
        var nearest = code == CheckCode.APPROVED ? List.<Claim>of() : others;
        return finding(
                draft,
                code,
                message(),
                suggestion,
                nearest.stream().map(Claim::id).toList());
    }

    /** The same where the claim is said rightly, but not what has to go with it. */
    CheckFinding without(List<String> qualifiers, Draft draft) {
        var missing = String.join(" ", qualifiers);
        var message = "The claim has to be said together with: " + missing;
        return finding(draft, CheckCode.QUALIFIER_MISSING, message, missing, List.of());
    }

    private CheckFinding finding(
            Draft draft, CheckCode as, String message, @Nullable String suggestion, List<String> nearestIds) {
        return new CheckFinding(
                as,
                message,
                passage.start(),
                passage.end(),
                draft.excerpt(passage),
                match.kind(),
                claim.id(),
                suggestion,
                nearestIds,
                false);
    }

    private String message() {
        return switch (code) {
            case APPROVED -> "This claim may be said.";
            case STALE_CLAIM -> "This claim may not be said now. " + reasons();
            case WITHDRAWN_CLAIM -> "This claim may not be said any more. " + reasons();
            case NOT_APPROVED -> "Nobody has approved this claim; it is %s.".formatted(claim.status());
            case VALUE_MISMATCH -> slips.stream().map(Slip::message).collect(Collectors.joining(" "));
            case CONTRADICTION ->
                "It says the opposite of the claim: \"%s\""
                        .formatted(match.said().text());
            case QUALIFIER_MISSING, UNSUBSTANTIATED, FLAGGED_PHRASE -> throw new IllegalStateException(code.name());
        };
    }

    private String reasons() {
        return claim.reasons().stream().map(Reason::message).distinct().collect(Collectors.joining(" "));
    }

    /**
     * An amount of the copy that is not the claim's.
     *
     * @param claimed what the claim says in its place; null where it says nothing of the kind
     */
    record Slip(String said, @Nullable String claimed) {

        private String message() {
            if (claimed == null) {
                return "It says \"%s\", of which the claim says nothing.".formatted(said);
            }
            return said.equals(claimed)
                    ? "Its bound of \"%s\" is not the claim's: mind over, at least, up to.".formatted(said)
                    : "It says \"%s\" where the claim says \"%s\".".formatted(said, claimed);
        }
    }
}

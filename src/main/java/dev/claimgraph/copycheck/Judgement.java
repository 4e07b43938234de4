package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be said of a passage that makes a claim. */
record Judgement(Match match, Claim claim, CheckCode code, List<Mismatch> mismatches) {

    /** @param nearby the usable claims that come nearest to the passage */
    CheckFinding finding(Draft draft, List<Claim> nearby) {
        var others =
                nearby.stream().filter(other -> !other.id().equals(claim.id())).toList();
        var suggestion = switch (code) {
            case VALUE_MISMATCH, CONTRADICTION -> draft.wording(claim);
            case APPROVED -> null;
            default -> others.isEmpty() ? null : draft.wording(others.getFirst());
        };
        return finding(draft, code, message(), suggestion, code == CheckCode.APPROVED ? List.of() : ids(others));
    }

    /** The same where the claim is said rightly, but not what has to go with it. */
    CheckFinding without(List<String> qualifiers, Draft draft) {
        var missing = String.join(" ", qualifiers);
        var message = "The claim has to be said together with: " + missing;
        return finding(draft, CheckCode.QUALIFIER_MISSING, message, missing, List.of());
    }

    private CheckFinding finding(
            Draft draft, CheckCode as, String message, @Nullable String suggestion, List<String> nearestIds) {
        var passage = match.passage();
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
            case VALUE_MISMATCH ->
                mismatches.stream()
                        .map(mismatch -> "It says \"%s\" where the claim says \"%s\"."
                                .formatted(cut(match.passage().text(), mismatch.copy()), said(mismatch.claim())))
                        .collect(Collectors.joining(" "));
            case CONTRADICTION ->
                "It says the opposite of the claim: \"%s\""
                        .formatted(match.said().text());
            default -> throw new IllegalStateException(code.name());
        };
    }

    private String reasons() {
        return claim.reasons().stream().map(Reason::message).distinct().collect(Collectors.joining(" "));
    }

    /** An amount is of the wording that matched, or of the claim's text. */
    private String said(Amount amount) {
        var matched = match.said().text();
        return Statement.of(matched).amounts().contains(amount) ? cut(matched, amount) : cut(claim.text(), amount);
    }

    private static String cut(String text, Amount amount) {
        return text.substring(amount.start(), amount.end());
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toList();
    }
}

package dev.claimgraph.copycheck;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the copy check says, and of which passage.
 *
 * @param start where the passage is in what was sent, in UTF-16 code units
 * @param end the first one behind it
 * @param match how sure it is that the passage makes the claim; null where no claim is
 * @param claimId the claim that it makes; null where it makes none
 * @param suggestion what to write instead, or beside it; null where nothing is known
 * @param nearestIds the usable claims that come nearest to it, the nearest first
 * @param forbidden whether it is a phrase that must not be printed
 */
record CheckFinding(
        CheckCode code,
        String message,
        int start,
        int end,
        String excerpt,
        Match.@Nullable Kind match,
        @Nullable String claimId,
        @Nullable String suggestion,
        List<String> nearestIds,
        boolean forbidden) {

    static final Comparator<CheckFinding> IN_ORDER = Comparator.comparingInt(CheckFinding::start)
            .thenComparingInt(CheckFinding::end)
            .thenComparing(CheckFinding::code)
            .thenComparing(finding -> String.valueOf(finding.claimId));

    /** The claim whose words, or qualifiers, are suggested; null where they are nobody's. */
    @Nullable
    String suggestedBy() {
        return switch (code) {
            case VALUE_MISMATCH, CONTRADICTION, QUALIFIER_MISSING -> claimId;
            case STALE_CLAIM, WITHDRAWN_CLAIM, NOT_APPROVED, UNSUBSTANTIATED ->
                nearestIds.isEmpty() ? null : nearestIds.getFirst();
            case APPROVED, FLAGGED_PHRASE -> null;
        };
    }

    /** What rests on meaning alone never does. */
    public boolean blocks() {
        return switch (code) {
            case STALE_CLAIM, WITHDRAWN_CLAIM, VALUE_MISMATCH, CONTRADICTION -> match != Match.Kind.MEANING;
            case FLAGGED_PHRASE -> forbidden;
            case APPROVED, NOT_APPROVED, QUALIFIER_MISSING, UNSUBSTANTIATED -> false;
        };
    }
}

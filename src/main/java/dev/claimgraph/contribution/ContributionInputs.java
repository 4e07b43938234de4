package dev.claimgraph.contribution;

import dev.claimgraph.fact.Evidence;
import dev.claimgraph.fact.Evidence.EvidenceInput;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import org.jspecify.annotations.Nullable;

/** What the writes to contributions take, the offer reading itself and noting what is wrong. */
final class ContributionInputs {

    private ContributionInputs() {}

    private static void unfit(
            @Nullable Object value, boolean fits, ContributionKind kind, String field, Problems problems) {
        if (value != null && !fits) {
            problems.add(ProblemCode.INVALID, "%s does not go with %s.".formatted(field, kind), field);
        }
    }

    /** What somebody offers: each kind takes what it becomes, and nothing else. */
    record Contribute(
            ContributionKind kind,
            @Nullable String text,
            @Nullable String note,
            @Nullable String name,
            @Nullable String key,
            @Nullable String subjectId,
            @Nullable String factId,
            @Nullable EvidenceInput evidence,
            @Nullable String idempotencyKey) {

        ContributionContent content(Problems problems) {
            var isProblem = kind == ContributionKind.MARKET_PROBLEM;
            var isEvidence = kind == ContributionKind.EVIDENCE;
            unfit(name, isProblem, kind, "name", problems);
            unfit(key, isProblem, kind, "key", problems);
            unfit(subjectId, kind.becomesFact(), kind, "subjectId", problems);
            unfit(factId, isEvidence, kind, "factId", problems);
            unfit(evidence, isEvidence, kind, "evidence", problems);
            if (isProblem && key != null) {
                problems.key(key, "key");
            }
            return new ContributionContent(
                    problems.text(text, kind.becomesFact() ? Problems.TEXT : Problems.LONG_TEXT, "text"),
                    problems.optionalText(note, Problems.LONG_TEXT, "note"),
                    isProblem ? problems.text(name, Problems.NAME, "name") : null,
                    key,
                    subjectId,
                    factId,
                    isEvidence ? evidence(problems) : null);
        }

        private @Nullable Evidence evidence(Problems problems) {
            if (evidence == null) {
                problems.add(ProblemCode.REQUIRED, "evidence is required.", "evidence");
                return null;
            }
            return Evidence.read(evidence, problems, "evidence");
        }
    }

    /** What the steward completes or corrects as it becomes the thing; what is left out stays as it was offered. */
    record AcceptContribution(
            @Nullable String contributionId,
            @Nullable String key,
            @Nullable String name,
            @Nullable String text,
            @Nullable FactKind factKind,
            @Nullable String ownerId,
            @Nullable EvidenceInput evidence,
            @Nullable String note) {

        /** Notes what does not go with what the contribution becomes. */
        void fit(ContributionKind kind, Problems problems) {
            var isProblem = kind == ContributionKind.MARKET_PROBLEM;
            var isEvidence = kind == ContributionKind.EVIDENCE;
            unfit(key, !isEvidence, kind, "key", problems);
            unfit(name, isProblem, kind, "name", problems);
            unfit(factKind, kind.becomesFact(), kind, "factKind", problems);
            unfit(ownerId, isProblem, kind, "ownerId", problems);
            unfit(evidence, isEvidence, kind, "evidence", problems);
        }
    }

    /** Why it is not taken. */
    record DeclineContribution(
            @Nullable String contributionId, @Nullable String reason) {}

    /** Which offer is taken back. */
    record WithdrawContribution(@Nullable String contributionId) {}
}

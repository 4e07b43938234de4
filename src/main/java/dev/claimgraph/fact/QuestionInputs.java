package dev.claimgraph.fact;

import dev.claimgraph.fact.Evidence.EvidenceInput;
import dev.claimgraph.fact.FactCheck.FactCheckInput;
import dev.claimgraph.fact.FactInputs.RecordFact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/** What the writes to questions take. */
public final class QuestionInputs {

    private QuestionInputs() {}

    /** A question about a subject. */
    public record AskQuestion(
            @Nullable String subjectId,
            @Nullable String text,
            @Nullable String idempotencyKey) {}

    /** The answer: a fact that is there or one to record. */
    record AnswerQuestion(
            @Nullable String questionId,
            @Nullable String factId,
            @Nullable AnswerFact fact,
            @Nullable String note) {}

    /** A fact to record about the question's subject. */
    record AnswerFact(
            @Nullable String key,
            @Nullable String statement,
            FactKind kind,
            @Nullable List<String> dependsOn,
            @Nullable FactCheckInput check,
            @Nullable List<EvidenceInput> evidence,
            @Nullable PeriodDuration reviewEvery) {

        RecordFact about(String subjectId) {
            return new RecordFact(key, subjectId, statement, kind, dependsOn, check, evidence, reviewEvery, null, null);
        }
    }

    /** A question that is taken back. */
    record WithdrawQuestion(@Nullable String questionId) {}
}

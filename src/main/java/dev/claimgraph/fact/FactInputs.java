package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Evidence.EvidenceInput;
import dev.claimgraph.fact.FactCheck.FactCheckInput;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.threeten.extra.PeriodDuration;

/** What the writes to facts take, each reading itself and noting what is wrong. */
public final class FactInputs {

    private FactInputs() {}

    /**
     * @param dependsOn null without a check: every attribute; null with one: the check alone; empty: the lifecycle alone
     * @param elsewhere how it was recorded elsewhere; null for a new one
     */
    public record RecordFact(
            @Nullable String key,
            @Nullable String subjectId,
            @Nullable String statement,
            FactKind kind,
            @Nullable List<String> dependsOn,
            @Nullable FactCheckInput check,
            @Nullable List<EvidenceInput> evidence,
            @Nullable PeriodDuration reviewEvery,
            @Nullable String idempotencyKey,
            @Nullable Elsewhere elsewhere) {

        /** The same, as it was recorded elsewhere: it may name attributes that its subject has lost since. */
        public RecordFact from(Elsewhere elsewhere) {
            return new RecordFact(
                    key,
                    subjectId,
                    statement,
                    kind,
                    dependsOn,
                    check,
                    evidence,
                    reviewEvery,
                    idempotencyKey,
                    elsewhere);
        }

        FactContent content(Subject subject, Problems problems) {
            if (elsewhere != null) {
                return contentAsItWas(elsewhere, problems);
            }
            return new FactContent(
                    FactInputs.statement(statement, problems),
                    dependsOn == null && check == null,
                    names(dependsOn, subject, problems),
                    FactCheck.parse(check, subject.values(), problems),
                    reviewEvery);
        }

        private FactContent contentAsItWas(Elsewhere elsewhere, Problems problems) {
            var names = new TreeSet<String>();
            for (var i = 0; dependsOn != null && i < dependsOn.size(); i++) {
                names.add(problems.text(dependsOn.get(i), 100, "dependsOn", i));
            }
            return new FactContent(
                    FactInputs.statement(statement, problems),
                    dependsOn == null && (check == null || elsewhere.dependsOnAll()),
                    names,
                    FactCheck.asItWas(check, problems),
                    reviewEvery);
        }

        List<Evidence> evidence(int most, Problems problems) {
            var read = new ArrayList<Evidence>();
            if (evidence == null) {
                return read;
            }
            if (evidence.size() > most) {
                var message = "A fact has at most %d pieces of evidence.".formatted(most);
                problems.add(ProblemCode.TOO_LONG, message, "evidence");
            }
            for (var i = 0; i < evidence.size(); i++) {
                read.add(Evidence.read(evidence.get(i), problems, "evidence", i));
            }
            return read;
        }
    }

    /** What is left out or named as it is stays; a null check takes it away; null dependencies are read as in a record. */
    public record ReviseFact(
            @Nullable String factId,
            long expectedRevision,
            @Nullable String statement,
            ArgumentValue<List<String>> dependsOn,
            ArgumentValue<FactCheckInput> check,
            ArgumentValue<PeriodDuration> reviewEvery) {

        FactContent applyTo(FactContent before, Subject subject, Problems problems) {
            var given = check.isOmitted() ? before.check() : FactCheck.asItWas(check.value(), new Problems());
            var checked = given != null && given.equals(before.check())
                    ? given
                    : FactCheck.parse(check.value(), subject.values(), problems);
            var all = dependsOn.isOmitted() ? before.dependsOnAll() : dependsOn.value() == null && checked == null;
            return new FactContent(
                    statement == null ? before.statement() : FactInputs.statement(statement, problems),
                    all,
                    dependsOn.isOmitted() || isAsItWas(before)
                            ? before.dependsOn()
                            : names(dependsOn.value(), subject, problems),
                    checked,
                    reviewEvery.isOmitted() ? before.reviewEvery() : reviewEvery.value());
        }

        private boolean isAsItWas(FactContent before) {
            return dependsOn.value() != null && before.dependsOn().equals(new TreeSet<>(dependsOn.value()));
        }
    }

    /** @param dependsOnAll whether it depended on every attribute, though it had a check */
    public record Elsewhere(boolean dependsOnAll) {}

    /** One more piece of evidence for a fact. */
    public record AddEvidence(@Nullable String factId, EvidenceInput evidence) {}

    /** @param basis the token that the verifier was shown */
    public record VerifyFact(
            @Nullable String factId,
            @Nullable String basis,
            Decision decision,
            @Nullable String note,
            @Nullable Instant validUntil,
            @Nullable String statement) {

        FactContent applyTo(Fact fact, Instant now, Problems problems) {
            problems.optionalText(note, Problems.LONG_TEXT, "note");
            if (validUntil != null && !validUntil.isAfter(now)) {
                problems.add(ProblemCode.INVALID, "validUntil has passed; it is now %s.".formatted(now), "validUntil");
            }
            if (statement == null) {
                return fact.content();
            }
            if (decision != Decision.VERIFIED) {
                problems.add(ProblemCode.INVALID, "A statement is reworded only as it is VERIFIED.", "statement");
            }
            var content = fact.content();
            return new FactContent(
                    FactInputs.statement(statement, problems),
                    content.dependsOnAll(),
                    content.dependsOn(),
                    content.check(),
                    content.reviewEvery());
        }

        /** The earlier of what the verifier said and the fact's own review interval; null where there is neither. */
        @Nullable
        Instant validUntil(FactContent content, Instant now) {
            if (decision != Decision.VERIFIED) {
                return null;
            }
            var review = content.reviewEvery() == null
                    ? null
                    : now.atZone(ZoneOffset.UTC).plus(content.reviewEvery()).toInstant();
            if (review == null || validUntil == null) {
                return review == null ? validUntil : review;
            }
            return review.isBefore(validUntil) ? review : validUntil;
        }
    }

    /** Why a fact is taken back. */
    public record RetractFact(
            @Nullable String factId, @Nullable String reason) {}

    private static String statement(@Nullable String statement, Problems problems) {
        var composed = statement == null ? null : Normalizer.normalize(statement, Normalizer.Form.NFC);
        return problems.text(composed, Problems.TEXT, "statement");
    }

    private static SortedSet<String> names(@Nullable List<String> names, Subject subject, Problems problems) {
        var read = new TreeSet<String>();
        for (var i = 0; names != null && i < names.size(); i++) {
            var name = names.get(i).strip();
            if (!subject.values().containsKey(name)) {
                var message = "The subject has no attribute %s.".formatted(name);
                problems.add(ProblemCode.UNKNOWN_ATTRIBUTE, message, "dependsOn", i);
            }
            read.add(name);
        }
        return read;
    }
}

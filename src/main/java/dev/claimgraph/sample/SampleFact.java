package dev.claimgraph.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.claimgraph.fact.Evidence.EvidenceInput;
import dev.claimgraph.fact.FactCheck.FactCheckInput;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.fact.FactKind;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * A fact about the sample company or its market.
 *
 * @param verified what its first verifier said; null where nobody has looked yet
 */
record SampleFact(
        @JsonProperty(required = true) String key,
        @JsonProperty(required = true) SampleAbout subject,
        @Nullable String statement,
        @JsonProperty(required = true) FactKind kind,
        @Nullable List<String> dependsOn,
        @Nullable FactCheckInput check,
        @Nullable List<EvidenceInput> evidence,
        @Nullable Period reviewEvery,
        @Nullable Verified verified)
        implements SampleEntry {

    RecordFact input(SampleRun run) {
        var review = reviewEvery == null ? null : PeriodDuration.of(reviewEvery);
        return new RecordFact(key, subject.id(run), statement, kind, dependsOn, check, evidence, review, null, null);
    }

    /** A first verification. */
    record Verified(@Nullable String note) {}
}

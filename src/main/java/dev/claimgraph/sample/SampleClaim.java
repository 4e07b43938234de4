package dev.claimgraph.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Variant;
import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim of the sample company, with the status that it comes to before the events.
 *
 * @param expiresIn counted from loading
 * @param reason why it was rejected, withdrawn or superseded
 * @param successor by its key, where it is superseded
 */
record SampleClaim(
        @JsonProperty(required = true) String key,
        @Nullable String text,
        @JsonProperty(required = true) ClaimKind kind,
        @Nullable List<String> facts,
        @Nullable List<String> personas,
        @Nullable List<String> marketProblems,
        @Nullable List<String> competitors,
        @Nullable List<String> qualifiers,
        @Nullable List<Variant> variants,
        @Nullable Period expiresIn,
        @JsonProperty(required = true) ClaimStatus status,
        @Nullable String reason,
        @Nullable String successor,
        @Nullable List<Place> usages)
        implements SampleEntry {

    DraftClaim input(SampleRun run, Instant now) {
        return new DraftClaim(
                key,
                text,
                kind,
                run.ids("fact", facts),
                run.ids("persona", personas),
                run.ids("problem", marketProblems),
                run.ids("competitor", competitors),
                qualifiers,
                variants,
                expiresIn == null
                        ? null
                        : now.atZone(ZoneOffset.UTC).plus(expiresIn).toInstant(),
                null);
    }

    /** What a usage is found again by. */
    static String place(String claim, URI url) {
        return claim + " at " + url;
    }

    /** Where it is published. */
    record Place(
            @JsonProperty(required = true) URI url,
            @Nullable String title,
            @Nullable String channel) {}
}

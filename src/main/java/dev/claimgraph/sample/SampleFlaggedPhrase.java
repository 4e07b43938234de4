package dev.claimgraph.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.claimgraph.copycheck.FlaggedPhrases.FlagPhrase;
import org.jspecify.annotations.Nullable;

/** A phrase that the sample company does not want in its copy. */
record SampleFlaggedPhrase(
        @JsonProperty(required = true) String phrase,
        @Nullable String reason,
        @Nullable String alternative,
        @Nullable String locale,
        @Nullable Boolean forbidden)
        implements SampleEntry {

    @Override
    public String key() {
        return phrase;
    }

    FlagPhrase input() {
        return new FlagPhrase(phrase, reason, alternative, locale, forbidden, null);
    }
}

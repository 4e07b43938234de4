package dev.claimgraph.claim;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a claim says, what it stands on and whom it is for: everything that an approval is about. */
public record ClaimContent(
        String text,
        ClaimKind kind,
        List<String> factIds,
        List<String> personaIds,
        List<String> marketProblemIds,
        List<String> competitorIds,
        List<String> qualifiers,
        List<Variant> variants,
        @Nullable Instant expiresAt) {

    /** All that is said with it: the text, the qualifiers and the variants. */
    public Stream<String> wordings() {
        return Stream.of(Stream.of(text), qualifiers.stream(), variants.stream().map(Variant::text))
                .flatMap(wording -> wording);
    }

    /** Everything that it names. */
    List<String> touched() {
        return Stream.concat(factIds.stream(), subjectIds()).toList();
    }

    /** Whom and what it is for. */
    Stream<String> subjectIds() {
        return Stream.of(personaIds, marketProblemIds, competitorIds).flatMap(List::stream);
    }
}

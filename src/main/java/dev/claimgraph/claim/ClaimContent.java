package dev.claimgraph.claim;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a claim says, what it stands on and whom it is for: everything that an approval is about. */
record ClaimContent(
        String text,
        ClaimKind kind,
        List<String> factIds,
        List<String> personaIds,
        List<String> marketProblemIds,
        List<String> competitorIds,
        List<String> qualifiers,
        List<Variant> variants,
        @Nullable Instant expiresAt) {}

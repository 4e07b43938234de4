package dev.claimgraph.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a front end prints of a claim, or why it prints nothing.
 *
 * @param text null where the claim is withheld, and no fallback is usable
 * @param claimId whose words these are; null where there are none
 */
record Publication(@Nullable String text, @Nullable String claimId, List<String> qualifiers, List<Withheld> withheld) {

    static final Publication NONE = withheld(List.of(new Withheld("NOT_FOUND", "There is no such claim.")));

    /** @param claim a usable one */
    static Publication of(Claim claim, @Nullable String channel, @Nullable String locale) {
        return new Publication(claim.wording(channel, locale), claim.id(), claim.qualifiers(), List.of());
    }

    /** @param inDetail whether the reader may learn which fact withholds it */
    static Publication withheld(Claim claim, boolean inDetail) {
        return withheld(claim.reasons().stream()
                .map(reason -> Withheld.because(reason, inDetail))
                .toList());
    }

    private static Publication withheld(List<Withheld> why) {
        return new Publication(null, null, List.of(), why);
    }

    /** @param code a reason's code, or NOT_FOUND */
    record Withheld(String code, String message) {

        private static Withheld because(Reason reason, boolean inDetail) {
            var code = reason.code().name();
            return new Withheld(code, inDetail ? reason.message() : "The claim is withheld: %s.".formatted(code));
        }
    }
}

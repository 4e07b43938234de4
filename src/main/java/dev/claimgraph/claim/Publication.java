package dev.claimgraph.claim;

import java.util.Comparator;
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
        var text = claim.variants().stream()
                .filter(variant -> fits(variant.channel(), channel) && fits(variant.locale(), locale))
                .filter(variant -> named(variant) > 0)
                .max(Comparator.comparingInt(Publication::named))
                .map(Variant::text)
                .orElse(claim.text());
        return new Publication(text, claim.id(), claim.qualifiers(), List.of());
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

    /** A variant that names no channel or locale goes with any. */
    private static boolean fits(@Nullable String named, @Nullable String wanted) {
        return named == null || named.equals(wanted);
    }

    private static int named(Variant variant) {
        return (variant.channel() == null ? 0 : 2) + (variant.locale() == null ? 0 : 1);
    }

    /** @param code a reason's code, or NOT_FOUND */
    record Withheld(String code, String message) {

        private static Withheld because(Reason reason, boolean inDetail) {
            var code = reason.code().name();
            return new Withheld(code, inDetail ? reason.message() : "The claim is withheld: %s.".formatted(code));
        }
    }
}

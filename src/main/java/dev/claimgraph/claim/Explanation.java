package dev.claimgraph.claim;

import dev.claimgraph.fact.Fact;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A claim's trace in plain sentences: why it may be said or, where it may not, why not and what would clear it. */
final class Explanation {

    private Explanation() {}

    /** The people whom the sentences name beside those who verified. */
    static List<String> peopleIn(Claim claim) {
        return claim.reasons().stream()
                .map(Reason::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** @param name a person's name, by id */
    static String of(Claim claim, Function<String, String> name) {
        return claim.usable() ? why(claim) : whyNot(claim, name);
    }

    private static String why(Claim claim) {
        var sentences = new ArrayList<String>();
        if (claim.links().isEmpty()) {
            sentences.add("You may say this because it is %s, which needs no fact, and it was approved."
                    .formatted(claim.kind()));
        } else {
            sentences.add("You may say this because:");
            claim.facts().forEach(fact -> sentences.add("- " + verified(fact)));
        }
        if (!claim.qualifiers().isEmpty()) {
            sentences.add("Say with it: " + String.join(" ", claim.qualifiers()));
        }
        if (claim.expiresAt() != null) {
            sentences.add("You may say it until %s.".formatted(claim.expiresAt()));
        }
        return String.join("\n", sentences);
    }

    private static String verified(Fact fact) {
        var verification = Objects.requireNonNull(fact.verification());
        var backed = fact.evidence().isEmpty()
                ? ""
                : ", backed by \"%s\"".formatted(fact.evidence().getFirst().title());
        var until = verification.validUntil() == null
                ? ""
                : " It is good until %s."
                        .formatted(verification
                                .validUntil()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate());
        var day = verification.at().atOffset(ZoneOffset.UTC).toLocalDate();
        return "\"" + fact.statement() + "\" " + verification.by().name() + " verified it on " + day
                + ", looking at revision " + verification.revision().number() + backed + "." + until;
    }

    private static String whyNot(Claim claim, Function<String, String> name) {
        var sentences = new ArrayList<String>();
        sentences.add("You may not say this now, because:");
        claim.reasons().forEach(reason -> sentences.add("- " + said(reason, name)));
        return String.join("\n", sentences);
    }

    private static String said(Reason reason, Function<String, String> name) {
        var fact =
                reason.fact() == null ? "" : "\"%s\" ".formatted(reason.fact().statement());
        var when = reason.at() == null
                ? ""
                : " (%s%s)"
                        .formatted(
                                reason.personId() == null ? "" : name.apply(reason.personId()) + ", ",
                                reason.at().atOffset(ZoneOffset.UTC).toLocalDate());
        return fact + reason.message() + when + cleared(reason);
    }

    private static String cleared(Reason reason) {
        if (reason.clearedBy() == null) {
            return "";
        }
        return switch (reason.clearedBy()) {
            case VERIFY_FACT -> " The fact's owner clears it by verifying the fact as it now is.";
            case REAFFIRM_CLAIM -> " An approver clears it by reaffirming the claim, or a marketer by rewording it.";
            case REVISE_CLAIM -> " A marketer clears it by revising the claim.";
            case APPROVE_CLAIM -> "";
            case REVERT_SUBJECT ->
                " The subject's owner clears it by reverting the change, or by revising the fact to what is so now.";
        };
    }
}

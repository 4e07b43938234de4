package dev.claimgraph.claim;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What the writes to claims take, each reading itself and noting what is wrong. */
public final class ClaimInputs {

    private static final int MOST_FACTS = 50;
    private static final int MOST = 100;

    private ClaimInputs() {}

    /** A new claim. */
    public record DraftClaim(
            @Nullable String key,
            @Nullable String text,
            ClaimKind kind,
            @Nullable List<String> factIds,
            @Nullable List<String> personaIds,
            @Nullable List<String> marketProblemIds,
            @Nullable List<String> competitorIds,
            @Nullable List<String> qualifiers,
            @Nullable List<Variant> variants,
            @Nullable Instant expiresAt,
            @Nullable String idempotencyKey) {

        ClaimContent content(Instant now, Problems problems) {
            return new ClaimContent(
                    ClaimInputs.text(text, problems),
                    kind,
                    ids(factIds, "fact", "factIds", MOST_FACTS, problems),
                    ids(personaIds, "persona", "personaIds", MOST, problems),
                    ids(marketProblemIds, "problem", "marketProblemIds", MOST, problems),
                    ids(competitorIds, "competitor", "competitorIds", MOST, problems),
                    ClaimInputs.qualifiers(qualifiers, problems),
                    ClaimInputs.variants(variants, problems),
                    ClaimInputs.expiresAt(expiresAt, now, problems));
        }
    }

    /** What is left out stays; a null expiresAt takes it away. */
    public record ReviseClaim(
            @Nullable String claimId,
            long expectedRevision,
            @Nullable String text,
            @Nullable ClaimKind kind,
            @Nullable List<String> factIds,
            @Nullable List<String> personaIds,
            @Nullable List<String> marketProblemIds,
            @Nullable List<String> competitorIds,
            @Nullable List<String> qualifiers,
            @Nullable List<Variant> variants,
            ArgumentValue<Instant> expiresAt) {

        ClaimContent applyTo(ClaimContent before, Instant now, Problems problems) {
            return new ClaimContent(
                    text == null ? before.text() : ClaimInputs.text(text, problems),
                    Objects.requireNonNullElse(kind, before.kind()),
                    factIds == null ? before.factIds() : ids(factIds, "fact", "factIds", MOST_FACTS, problems),
                    personaIds == null ? before.personaIds() : ids(personaIds, "persona", "personaIds", MOST, problems),
                    marketProblemIds == null
                            ? before.marketProblemIds()
                            : ids(marketProblemIds, "problem", "marketProblemIds", MOST, problems),
                    competitorIds == null
                            ? before.competitorIds()
                            : ids(competitorIds, "competitor", "competitorIds", MOST, problems),
                    qualifiers == null ? before.qualifiers() : ClaimInputs.qualifiers(qualifiers, problems),
                    variants == null ? before.variants() : ClaimInputs.variants(variants, problems),
                    expiresAt.isOmitted() || Objects.equals(expiresAt.value(), before.expiresAt())
                            ? before.expiresAt()
                            : ClaimInputs.expiresAt(expiresAt.value(), now, problems));
        }
    }

    /** Why a claim is withdrawn. */
    public record WithdrawClaim(
            @Nullable String claimId, @Nullable String reason) {}

    /** Which claim takes another's place, and why. */
    public record SupersedeClaim(
            @Nullable String claimId,
            @Nullable String successorId,
            @Nullable String reason) {}

    private static String text(@Nullable String text, Problems problems) {
        var composed = text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
        return problems.text(composed, Problems.TEXT, "text");
    }

    private static List<String> ids(
            @Nullable List<String> ids, String kind, String field, int most, Problems problems) {
        if (ids == null) {
            return List.of();
        }
        var distinct = ids.stream().distinct().toList();
        if (distinct.size() > most) {
            problems.add(ProblemCode.TOO_LONG, "%s takes at most %d.".formatted(field, most), field);
        }
        for (var i = 0; i < ids.size(); i++) {
            problems.id(ids.get(i), List.of(kind), field, i);
        }
        return kind.equals("fact") ? distinct : distinct.stream().sorted().toList();
    }

    private static List<String> qualifiers(@Nullable List<String> qualifiers, Problems problems) {
        var read = new ArrayList<String>();
        for (var i = 0; qualifiers != null && i < qualifiers.size(); i++) {
            read.add(problems.text(qualifiers.get(i), Problems.TEXT, "qualifiers", i));
        }
        most(read, "qualifiers", problems);
        return read;
    }

    private static List<Variant> variants(@Nullable List<Variant> variants, Problems problems) {
        var read = new ArrayList<Variant>();
        for (var i = 0; variants != null && i < variants.size(); i++) {
            read.add(variants.get(i).checked(problems, i));
        }
        most(read, "variants", problems);
        return read;
    }

    private static void most(List<?> list, String field, Problems problems) {
        if (list.size() > MOST) {
            problems.add(ProblemCode.TOO_LONG, "%s takes at most %d.".formatted(field, MOST), field);
        }
    }

    private static @Nullable Instant expiresAt(@Nullable Instant expiresAt, Instant now, Problems problems) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            problems.add(ProblemCode.INVALID, "expiresAt has passed; it is now %s.".formatted(now), "expiresAt");
        }
        return expiresAt;
    }
}

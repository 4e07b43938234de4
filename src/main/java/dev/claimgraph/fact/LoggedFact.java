package dev.claimgraph.fact;

import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Fact.Retraction;
import dev.claimgraph.fact.Fact.Written;
import dev.claimgraph.history.Change;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;
import tools.jackson.databind.JsonNode;

/**
 * A fact as the change log keeps it: {@link Fact#state}.
 *
 * @param standing what does not depend on time
 * @param verification the last decision; the rest of it never changes and is read from the graph
 */
record LoggedFact(
        @Nullable String key,
        FactKind kind,
        String statement,
        boolean dependsOnAll,
        List<String> dependsOn,
        @Nullable String check,
        @Nullable String reviewEvery,
        long revision,
        String subjectId,
        FactStanding standing,
        String basis,
        boolean holds,
        @Nullable Lifecycle lifecycle,
        List<Moved> left,
        @Nullable Moved failing,
        @Nullable Written contentLeft,
        @Nullable Written lifecycleSince,
        List<Evidence> evidence,
        long decisions,
        @Nullable Decided verification,
        @Nullable JsonNode verified,
        Written recorded,
        Written revised,
        Written reworded,
        @Nullable Retraction retraction) {

    static LoggedFact after(Change change) {
        return of(change.after());
    }

    /** @param json what a change kept of it */
    static LoggedFact of(String json) {
        return Json.read(json, LoggedFact.class);
    }

    /** What the standing of a claim follows from. */
    List<@Nullable Object> seenByClaims() {
        var kinds = evidence.stream().map(Evidence::kind).distinct().sorted().toList();
        return Arrays.asList(standing, verificationId(), statement, kind, lifecycle, kinds);
    }

    @Nullable
    String verificationId() {
        return verification == null ? null : verification.id();
    }

    Fact fact(String id, Subject subject, @Nullable Verification decision, Instant moment) {
        var content = new FactContent(
                statement,
                dependsOnAll,
                new TreeSet<>(dependsOn),
                check == null ? null : FactCheck.stored(check),
                reviewEvery == null ? null : PeriodDuration.parse(reviewEvery));
        return new Fact(
                id,
                key,
                kind,
                content,
                Fingerprint.of(statement),
                revision,
                standing.at(moment, decision == null ? null : decision.validUntil()),
                basis,
                holds,
                subject,
                lifecycle,
                left,
                failing,
                contentLeft,
                lifecycleSince,
                evidence,
                decisions,
                decision,
                verified == null || verified.isNull() ? null : Json.write(verified),
                recorded,
                revised,
                reworded,
                retraction);
    }

    /** Which decision it is. */
    record Decided(String id) {}
}

package dev.claimgraph.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimStanding;
import dev.claimgraph.paging.PageRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Holds what the service answers against the plain model. */
final class Comparison {

    private final PlainWorld world;
    private final Seen seen;
    private final Map<Instant, Map<String, ClaimView>> past = new TreeMap<>();

    Comparison(PlainWorld world, Seen seen) {
        this.world = world;
        this.seen = seen;
    }

    void claims(String when) {
        var ids = ids();
        var found = world.doors.claims().byId(ids);
        for (var i = 0; i < ids.size(); i++) {
            var expected = ClaimView.of(world.claims.get(i), world.now());
            var actual = ClaimView.of(found.get(ids.get(i)));
            assertThat(actual).as("claim %d %s", i, when).isEqualTo(expected);
            seen.claim(actual);
        }
    }

    /** Keeps what the model says now, to be held against what the service says of now later. */
    void remember() {
        var views = new LinkedHashMap<String, ClaimView>();
        world.claims.forEach(claim -> views.put(claim.id, ClaimView.of(claim, world.now())));
        past.put(world.now(), views);
    }

    void thePast() {
        past.forEach((moment, expected) -> {
            var found = world.doors.pastClaims().asOf(moment, ids());
            var actual = new LinkedHashMap<String, ClaimView>();
            expected.keySet().forEach(id -> actual.put(id, ClaimView.of(found.get(id))));
            assertThat(actual).as("the claims as of %s", moment).isEqualTo(expected);
        });
    }

    private List<String> ids() {
        return world.claims.stream().map(claim -> claim.id).toList();
    }

    /** What need not be looked at after each step: it would show in the claims sooner or later. */
    void theRest() {
        subjects();
        facts();
        for (var standing : ClaimStanding.values()) {
            list(standing, null, claim -> claim.standing(world.now()) == standing);
        }
        list(null, true, claim -> claim.usable(world.now()));
    }

    private void subjects() {
        var found = world.doors
                .subjects()
                .byId(world.subjects.stream().map(subject -> subject.id).toList());
        for (var subject : world.subjects) {
            var actual = found.get(subject.id);
            var values = new TreeMap<String, String>();
            actual.values().forEach((name, value) -> values.put(name, value.display()));
            var expected = new TreeMap<String, String>();
            subject.values().forEach((name, value) -> expected.put(name, value.shown()));
            expected.remove(PlainSubject.LIFECYCLE);
            assertThat(values).isEqualTo(expected);
            assertThat(actual.lifecycle()).isEqualTo(subject.lifecycle());
            assertThat(actual.revision()).isEqualTo(subject.revision());
        }
    }

    private void facts() {
        var found = world.doors
                .facts()
                .byId(world.facts.stream().map(fact -> fact.id).toList());
        for (var fact : world.facts) {
            var actual = found.get(fact.id);
            assertThat(actual.standing()).as("fact %s", fact.id).isEqualTo(fact.standing(world.now()));
            assertThat(actual.statement()).isEqualTo(fact.content.statement());
            assertThat(actual.revision()).isEqualTo(fact.revision);
        }
    }

    /** The list of the claims on features that have a standing, which the database works out for itself. */
    private void list(@Nullable ClaimStanding standing, @Nullable Boolean usable, Predicate<PlainClaim> expected) {
        var features = world.subjects.stream()
                .filter(subject -> subject.type == SubjectType.FEATURE)
                .toList();
        var filter = new ClaimFilter(
                null,
                standing == null ? null : List.of(standing),
                usable,
                null,
                null,
                null,
                null,
                null,
                null,
                features.stream().map(feature -> feature.key).toList(),
                null,
                null,
                null);
        var found =
                world.doors.claimLists().claims(filter, PageRequest.first(100)).nodes();
        assertThat(found)
                .as("claims on features that are %s, usable %s", standing, usable)
                .extracting(Claim::id)
                .containsExactlyInAnyOrderElementsOf(world.claims.stream()
                        .filter(claim ->
                                claim.content.facts().stream().anyMatch(fact -> features.contains(fact.subject)))
                        .filter(expected)
                        .map(claim -> claim.id)
                        .toList());
    }
}

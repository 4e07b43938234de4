package dev.claimgraph.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Company;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.staleness.Timeline.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** People who all at once revise, revert, verify, reword and reaffirm, each at random, and keep book of it. */
final class Crowd {

    static final int FEATURES = 4;

    final Company company;
    final List<Timeline> timelines = new ArrayList<>();
    final List<OnTwoFacts> claims = new ArrayList<>();
    private final AtomicLong fresh = new AtomicLong(100);

    Crowd(Company company) {
        this.company = company;
        for (var i = 0; i < FEATURES; i++) {
            var feature = company.feature(Map.of("size", size(Timeline.VERIFIED_SIZE), "seats", size(1)));
            var fact = company.verify(company.fact(feature.id(), List.of("size"), null));
            timelines.add(new Timeline(feature, fact));
        }
        for (var i = 0; i < FEATURES; i++) {
            var one = timelines.get(i);
            var other = timelines.get((i + 1) % FEATURES);
            var id = company.approved(one.fact, other.fact).id();
            claims.add(new OnTwoFacts(id, one, other, new CopyOnWriteArrayList<>()));
        }
    }

    /** What the one who revises the feature does next. */
    void ownersDeed(Timeline own, Random random) {
        switch (random.nextInt(5)) {
            case 0, 1 -> set(own, fresh.incrementAndGet());
            case 2 -> set(own, own.verifiedSize());
            case 3 ->
                own.revise(
                        own.presentSize(),
                        () -> company.set(company.owner, own.feature, "seats", size(fresh.incrementAndGet())));
            default -> verify(own);
        }
    }

    /** What somebody does next who revises nothing. */
    void othersDeed(Random random) {
        var any = timelines.get(random.nextInt(FEATURES));
        switch (random.nextInt(4)) {
            case 0 -> verify(any);
            case 1 -> reword(any);
            default -> reaffirm(claims.get(random.nextInt(FEATURES)));
        }
    }

    void verify(Timeline timeline) {
        var seen = company.seen(timeline.fact);
        unless(ProblemCode.CONFLICT, () -> timeline.verify(false, () -> company.verify(seen)));
    }

    void reaffirm(OnTwoFacts claim) {
        var begun = System.nanoTime();
        unless(ProblemCode.NOT_VERIFIED, () -> {
            company.reaffirm(claim.id());
            claim.reaffirmed().add(Span.since(begun));
        });
    }

    private void reword(Timeline timeline) {
        var basis = company.seen(timeline.fact).basis();
        var statement = "It is so, for the time " + fresh.incrementAndGet() + ".";
        var input = new VerifyFact(timeline.fact, basis, Decision.VERIFIED, null, null, statement);
        unless(
                ProblemCode.CONFLICT,
                () -> timeline.verify(true, () -> company.doors.facts().verify(company.owner, input)));
    }

    private void set(Timeline timeline, long size) {
        timeline.revise(size, () -> company.set(company.owner, timeline.feature, "size", size(size)));
    }

    private static Map<String, Object> size(long size) {
        return Company.number(size, "GB");
    }

    private static void unless(ProblemCode expected, Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            assertThat(refusal.problems()).extracting("code").containsOnly(expected);
        }
    }

    /** A claim that was approved on two facts, and when it was reaffirmed. */
    record OnTwoFacts(String id, Timeline one, Timeline other, List<Span> reaffirmed) {

        /** Whether it can have been usable at any moment of this time. */
        boolean canBeUsable(Span time) {
            return facts().allMatch(fact -> fact.canStand(time))
                    && facts().flatMap(fact -> fact.rewordedBefore(time).stream())
                            .allMatch(reworded -> isReaffirmed(reworded, time));
        }

        private boolean isReaffirmed(Span reworded, Span time) {
            return reaffirmed.stream().anyMatch(span -> span.done() > reworded.begun() && span.begun() < time.done());
        }

        private Stream<Timeline> facts() {
            return Stream.of(one, other);
        }
    }
}

package dev.claimgraph.staleness;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What became of one feature, which one thread alone revises, and of the fact about its size, which anybody verifies. */
final class Timeline {

    static final long VERIFIED_SIZE = 50;

    final String feature;
    final String fact;
    private final List<Revised> revisions = new CopyOnWriteArrayList<>();
    private final List<Verified> verifications = new CopyOnWriteArrayList<>();

    Timeline(Subject feature, Fact fact) {
        this.feature = feature.id();
        this.fact = fact.id();
        var now = Span.now();
        revisions.add(new Revised(now, feature.revision(), VERIFIED_SIZE));
        verifications.add(new Verified(now, feature.revision(), false));
    }

    void revise(long size, Supplier<Subject> deed) {
        var begun = System.nanoTime();
        var revision = deed.get().revision();
        revisions.add(new Revised(Span.since(begun), revision, size));
    }

    void verify(boolean rewords, Supplier<Fact> deed) {
        var begun = System.nanoTime();
        var revision = deed.get().verification().revision().number();
        verifications.add(new Verified(Span.since(begun), revision, rewords));
    }

    /** The size that was verified last. */
    long verifiedSize() {
        return sizeAt(verifications.stream().mapToLong(Verified::revision).max().orElseThrow());
    }

    long presentSize() {
        return revisions.getLast().size();
    }

    /** Whether the fact can have been VERIFIED at any moment of this time: some size that was there then was verified then. */
    boolean canStand(Span time) {
        var oldest = verifications.stream()
                .filter(verified -> verified.span().isBefore(time))
                .mapToLong(Verified::revision)
                .max()
                .orElseThrow();
        var sizes = verifications.stream()
                .filter(verified -> verified.span().begun() <= time.done() && verified.revision() >= oldest)
                .map(verified -> sizeAt(verified.revision()))
                .toList();
        return during(time).stream().anyMatch(revision -> sizes.contains(revision.size()));
    }

    /** When the fact was reworded before this time. */
    List<Span> rewordedBefore(Span time) {
        return verifications.stream()
                .filter(verified -> verified.rewords() && verified.span().isBefore(time))
                .map(Verified::span)
                .toList();
    }

    private List<Revised> during(Span time) {
        var first = revisions.stream()
                .filter(revision -> revision.span().isBefore(time))
                .max(Comparator.comparing(Revised::revision))
                .orElseThrow();
        return revisions.stream()
                .filter(revision -> revision.revision() >= first.revision())
                .filter(revision -> revision.span().begun() <= time.done())
                .toList();
    }

    private long sizeAt(long revision) {
        return revisions.stream()
                .filter(revised -> revised.revision() == revision)
                .findFirst()
                .orElseThrow()
                .size();
    }

    /** From when something was begun until it was acknowledged. */
    record Span(long begun, long done) {

        static Span now() {
            return since(System.nanoTime());
        }

        static Span since(long begun) {
            return new Span(begun, System.nanoTime());
        }

        boolean isBefore(Span other) {
            return done < other.begun;
        }
    }

    private record Revised(Span span, long revision, long size) {}

    private record Verified(Span span, long revision, boolean rewords) {}
}

package dev.claimgraph.history;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of the changes of one thing, looked at one after another.
 *
 * @param length how many are in order, from the first one on
 * @param last the last of these; null before the first
 * @param broken the first one that is not as it was written; null where all are
 * @param lost how many changes the whole log lacks
 */
record HashChain(
        long length, @Nullable Change last, @Nullable BrokenLink broken, long lost) {

    static final HashChain EMPTY = new HashChain(0, null, null, 0);

    public boolean intact() {
        return broken == null && lost == 0;
    }

    HashChain lacking(long changes) {
        return new HashChain(length, last, broken, changes);
    }

    HashChain brokenBy(BrokenLink link) {
        return new HashChain(length, last, link, lost);
    }

    /** With the records that follow; what comes after a broken one is not looked at. */
    HashChain and(String aggregate, List<Found> following) {
        var chain = this;
        for (var found : following) {
            var message = chain.whatIsWrong(aggregate, found);
            if (message != null) {
                return chain.brokenBy(new BrokenLink(found.change(), message));
            }
            chain = new HashChain(chain.length + 1, found.change(), null, 0);
        }
        return chain;
    }

    private @Nullable String whatIsWrong(String aggregate, Found found) {
        var number = length + 1;
        var change = found.change();
        if (!found.id().equals(Change.id(aggregate, number))) {
            return "Change %d is not there; the next one is %s.".formatted(number, found.id());
        }
        if (change == null) {
            return "Change %d cannot be read: something of it is missing, or of another type.".formatted(number);
        }
        if (!change.aggregate().equals(aggregate)) {
            return "Change %d stands under another thing, %s.".formatted(number, change.aggregate());
        }
        if (change.number() != number || !change.hash().equals(change.computedHash())) {
            return "Change %d is not as it was written: its hash is another.".formatted(number);
        }
        if (!Objects.equals(last == null ? null : last.hash(), change.previousHash())) {
            return "Change %d does not follow the one before it: that has another hash.".formatted(number);
        }
        return last != null && change.position() <= last.position()
                ? "Change %d has another place in the log than it was given.".formatted(number)
                : null;
    }

    /** A record of the log. @param change null where it cannot be read as one */
    record Found(String id, @Nullable Change change) {}

    /** The first change that is not as it was written, as far as it can be read, and why. */
    record BrokenLink(@Nullable Change change, String message) {}
}

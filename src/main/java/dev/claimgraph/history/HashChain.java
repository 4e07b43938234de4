package dev.claimgraph.history;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of the changes of one thing, looked at one after another.
 *
 * @param length how many there are, as far as they were looked at
 * @param broken the first one that is not as it was written; null where all are
 * @param lost how many changes the whole log lacks
 */
record HashChain(long length, @Nullable BrokenLink broken, long lost) {

    static final HashChain EMPTY = new HashChain(0, null, 0);

    public boolean intact() {
        return broken == null && lost == 0;
    }

    HashChain lacking(long lost) {
        return new HashChain(length, broken, lost);
    }

    /** With the changes that follow; what comes after a broken one is not looked at. */
    HashChain and(@Nullable Change last, List<Change> following) {
        var before = last;
        var chain = this;
        for (var change : following) {
            var message = whatIsWrong(before, change);
            if (message != null) {
                return new HashChain(chain.length, new BrokenLink(change, message), 0);
            }
            chain = new HashChain(chain.length + 1, null, 0);
            before = change;
        }
        return chain;
    }

    private static @Nullable String whatIsWrong(@Nullable Change before, Change change) {
        var number = before == null ? 1 : before.number() + 1;
        if (change.number() != number) {
            return "Change %d is not there; %d is.".formatted(number, change.number());
        }
        if (!change.hash().equals(change.computedHash())) {
            return "Change %d is not as it was written: its hash is another.".formatted(number);
        }
        var previous = before == null ? null : before.hash();
        if (!Objects.equals(previous, change.previousHash())) {
            return "Change %d does not follow the one before it: that has another hash.".formatted(number);
        }
        var ended = before == null ? null : before.after();
        if (!Objects.equals(ended, change.before())) {
            return "Change %d does not begin where the one before it ended.".formatted(number);
        }
        return null;
    }

    /** The first change that is not as it was written, and why. */
    record BrokenLink(Change change, String message) {}
}

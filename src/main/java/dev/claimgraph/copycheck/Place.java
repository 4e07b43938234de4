package dev.claimgraph.copycheck;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text, so that readers may look ahead from it and back.
 *
 * @param done where the amount before it ends; 0 where there is none
 */
record Place(String text, int at, int done) {

    /** How far back a reader looks. */
    private static final int BACK = 60;

    private static final Pattern SENTENCE_START =
            Pattern.compile("(?:(?<![\\s\\S])|[.!?:;\"“„‘(–—*•-]|\\n\\h*\\n)\\s*$");

    @Nullable
    MatchResult read(Pattern pattern) {
        var matcher = pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return matcher.lookingAt() ? matcher.toMatchResult() : null;
    }

    boolean reads(Pattern pattern) {
        return read(pattern) != null;
    }

    /** @param pattern ends with {@code $}, which is this place */
    @Nullable
    MatchResult readBack(Pattern pattern) {
        var matcher = pattern.matcher(text).region(Math.max(0, at - BACK), at).useTransparentBounds(true);
        return matcher.find() ? matcher.toMatchResult() : null;
    }

    boolean readsBack(Pattern pattern) {
        return readBack(pattern) != null;
    }

    boolean isRightAfterAnAmount() {
        return done > 0 && text.substring(done, at).isBlank();
    }

    boolean isAtSentenceStart() {
        return readsBack(SENTENCE_START);
    }

    Place to(int place) {
        return new Place(text, place, done);
    }

    Amount exactly(int end, Amount.Kind kind, Value value) {
        return new Amount(at, end, kind, Amount.Bound.EXACT, value, "");
    }
}

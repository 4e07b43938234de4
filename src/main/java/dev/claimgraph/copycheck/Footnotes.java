package dev.claimgraph.copycheck;

import java.util.regex.Pattern;

/** Tells the raised mark of a footnote, which is no word of the sentence, from the exponent of a unit. */
final class Footnotes {

    private static final Pattern MARK =
            Pattern.compile("\\s*[\\[(]?(?:\\d{1,2}(?:, ?\\d{1,2})*|[*†‡§]{1,3})[\\])]?\\s*");
    private static final Pattern UNIT = Pattern.compile("(?<!\\p{L})(?:[kcdmµ]?m|ft)$");

    private Footnotes() {}

    static boolean isMark(String raised, String before) {
        return MARK.matcher(raised).matches() && !UNIT.matcher(before).find();
    }
}

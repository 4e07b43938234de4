package dev.claimgraph.search;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where the sentences of a text are: what is said, searched for and held against a claim, one by one. */
public final class Sentences {

    /** A quote mark before white space or the end closes, also where French puts a space before it. */
    private static final Pattern CLOSING = Pattern.compile("[\"'\\p{Pf}]+(?=[\\s\\p{Z}]|$)");

    private static final Pattern NUMBER = Pattern.compile("(?<=\\p{Ll}{2}[.!?…])[\\p{Pf}\"')]*[\\s\\p{Z}]+(?=\\p{N})");

    private Sentences() {}

    /** The sentences in their order, without the white space around them; a line break ends one. */
    public static List<Range> in(String text, Locale locale) {
        var sentences = new ArrayList<Range>();
        var breaks = BreakIterator.getSentenceInstance(locale);
        var abbreviations = new Abbreviations(text, locale);
        var closing = CLOSING.matcher(text);
        breaks.setText(text);
        var start = 0;
        for (var next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            var end = closing.region(next, text.length()).lookingAt() ? closing.end() : next;
            if (end == text.length() || !abbreviations.endAt(end)) {
                add(text, start, end, abbreviations, sentences);
                start = end;
            }
        }
        return sentences;
    }

    /** ICU does not end a sentence before a number that small letters follow: "It is there. 95 in 100 …". */
    private static void add(String text, int from, int to, Abbreviations abbreviations, ArrayList<Range> sentences) {
        var start = from;
        for (var number = NUMBER.matcher(text).region(from, to).useTransparentBounds(true); number.find(); ) {
            if (!abbreviations.endAt(number.end())) {
                addTrimmed(text, start, number.end(), sentences);
                start = number.end();
            }
        }
        addTrimmed(text, start, to, sentences);
    }

    private static void addTrimmed(String text, int from, int to, ArrayList<Range> sentences) {
        var sentence = trimmed(text, from, to);
        if (sentence.start < sentence.end) {
            sentences.add(sentence);
        }
    }

    private static Range trimmed(String text, int from, int to) {
        var start = from;
        var end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Range(start, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * A part of a text, in UTF-16 code units.
     *
     * @param end the first one behind it
     */
    public record Range(int start, int end) {}
}

package dev.claimgraph.copycheck;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers that are no amounts: of steps, pages, rooms and telephones, of the time of day, in addresses and in words. */
final class NotAmounts {

    private static final String LABELS = """
        step|pages?|pp?\\.|slide|rooms?|floor|figure|fig\\.|table|chapter|section|part|phase|level|tier|stage|no\\.|nr\\.|\
        number|article|art\\.|annex|appendix|question|lesson|module|episode\
        """;

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?:https?://|www\\.)\\S+|[\\w.+-]{1,64}@[\\w-]{1,63}\\.\\S+"),
            Pattern.compile("(?<=(?:^|\\n)\\s{0,12})\\(?\\d{1,2}[.)](?=\\s)"),
            Pattern.compile(
                    "(?i)(?:%s) ?(?:\\d[\\d.]*|%s)(?: ?(?:of|to|-|–) ?\\d+)?(?![\\p{L}\\p{N}]| ?%%| times (?:as|more|less|\\p{L}+er)\\b| per ?cent\\b)"
                            .formatted(LABELS, Numbers.WORDED)),
            Pattern.compile("(?:§§?|#) ?\\d+"),
            Pattern.compile("(?<=\\[)\\d{1,2}(?=])"),
            Pattern.compile("(?:\\+|\\(?0)\\d[\\d ()/.-]{5,20}\\d"),
            Pattern.compile("\\d+(?:[:/]\\d+){1,9}(?i: ?[ap]\\.?m\\b\\.?)?"),
            Pattern.compile("(?i)\\d{1,2}(?:\\.\\d\\d)? ?(?:[ap]m\\b|[ap]\\.m\\.|o['’]clock)"),
            Pattern.compile(Dates.DAY + "(?: of)? " + Dates.MONTH + "|" + Dates.MONTH + " " + Dates.DAY),
            Pattern.compile("\\d+(?:st|nd|rd|th)\\b|(?:19|20)\\d0s\\b"));

    private static final Pattern WORD = Pattern.compile(
            "(?i)(?:mid|early|late|sub|pre|post)(?=-(?:\\p{N}|" + Dates.MONTH
                    + "))|[\\p{L}\\p{N}]+(?:[-/._'’][\\p{L}\\p{N}]+){0,9}|.",
            Pattern.DOTALL);

    private NotAmounts() {}

    /** Where what is no amount ends; where it begins, unless one of the forms is there. */
    static int end(Place place) {
        for (var form : FORMS) {
            var read = place.read(form);
            if (read != null) {
                return read.end();
            }
        }
        return place.at();
    }

    static int endOfWord(Place place) {
        var word = place.read(WORD);
        return word == null ? place.text().length() : word.end();
    }
}

package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.DATE;

import dev.claimgraph.copycheck.Value.Days;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.LocalDateRange;

/** Dates to the day, the month, the quarter, the half-year or the year. */
final class Dates {

    static final String DAY = "(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\\b";
    static final String MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
            + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";

    private static final String YEAR = "(?<year>(?:19|20)\\d\\d)(?![\\p{L}\\p{N}]|[.,]\\d)";
    private static final List<Form> FORMS = List.of(
            Form.of("(?<day>" + DAY + ")(?: of)? (?<part>" + MONTH + "),? " + YEAR, 1, Period.ofDays(1)),
            Form.of("(?<part>" + MONTH + ") (?<day>" + DAY + "),? " + YEAR, 1, Period.ofDays(1)),
            Form.of("(?<year>(?:19|20)\\d\\d)-(?<part>0[1-9]|1[0-2])-(?<day>" + DAY + ")", 1, Period.ofDays(1)),
            Form.of("(?<day>" + DAY + ")\\.(?<part>0?[1-9]|1[0-2])\\." + YEAR, 1, Period.ofDays(1)),
            Form.of("(?<part>0?[1-9]|1[0-2])/(?<day>1[3-9]|2\\d|3[01])/" + YEAR, 1, Period.ofDays(1)),
            Form.of("(?<day>1[3-9]|2\\d|3[01])/(?<part>0?[1-9]|1[0-2])/" + YEAR, 1, Period.ofDays(1)),
            Form.of("(?<part>" + MONTH + "),?(?: of)? " + YEAR, 1, Period.ofMonths(1)),
            Form.of("(?<year>(?:19|20)\\d\\d)-(?<part>0[1-9]|1[0-2])(?![\\p{N}-])", 1, Period.ofMonths(1)),
            Form.of("(?<part>0[1-9]|1[0-2])/" + YEAR, 1, Period.ofMonths(1)),
            Form.of("Q(?<part>[1-4])(?: of|[/-])? ?" + YEAR, 3, Period.ofMonths(3)),
            Form.of("(?<year>(?:19|20)\\d\\d)[ /-]?Q(?<part>[1-4])\\b", 3, Period.ofMonths(3)),
            Form.of(
                    "(?<part>(?i:first|second|third|fourth|1st|2nd|3rd|4th)) quarter(?: of|,)? " + YEAR,
                    3,
                    Period.ofMonths(3)),
            Form.of("H(?<part>[12])(?: of|[/-])? ?" + YEAR, 6, Period.ofMonths(6)),
            Form.of("(?<part>(?i:first|second|1st|2nd)) half(?: of|,)? " + YEAR, 6, Period.ofMonths(6)));

    /** The parts of a year by how they begin; for "sec" is no month. */
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final List<String> ORDINALS = List.of("fir", "sec", "thi", "fou");

    private static final Pattern YEAR_ALONE = Pattern.compile(YEAR);
    private static final Pattern BEFORE_A_YEAR = Pattern.compile(
            "(?i)(?:\\b(?:in|since|until|till|during|early|late|mid|spring|summer|autumn|winter)|©)[ -]$");

    private Dates() {}

    static @Nullable Amount at(Place place) {
        for (var form : FORMS) {
            var read = place.read(form.pattern);
            var days = read == null ? null : form.days(read);
            if (read != null && days != null) {
                return place.exactly(read.end(), DATE, new Days(days));
            }
        }
        return year(place);
    }

    /** Four digits are a year after "in" and its like, or where nothing is bounded or counted by them. */
    private static @Nullable Amount year(Place place) {
        var read = place.read(YEAR_ALONE);
        if (read == null) {
            return null;
        }
        var end = place.to(read.end());
        var isYear = !AmountReader.isMeasured(place, end.at())
                && (place.readsBack(BEFORE_A_YEAR) || Nouns.after(end, false) == null && !Bounds.limits(place));
        var from = LocalDate.of(Integer.parseInt(read.group("year")), 1, 1);
        return isYear ? place.exactly(end.at(), DATE, new Days(LocalDateRange.of(from, Period.ofYears(1)))) : null;
    }

    private static int part(String written) {
        var start = written.toLowerCase(Locale.ROOT).substring(0, Math.min(3, written.length()));
        var month = Math.max(MONTHS.indexOf(start), ORDINALS.indexOf(start)) + 1;
        return month > 0 ? month : Integer.parseInt(start.replaceAll("\\D", ""));
    }

    /** @param months how many a part has */
    private record Form(Pattern pattern, int months, Period length) {

        static Form of(String pattern, int months, Period length) {
            return new Form(Pattern.compile(pattern), months, length);
        }

        /** Null for a day that the month does not have. */
        @Nullable
        LocalDateRange days(MatchResult read) {
            var day = read.namedGroups().containsKey("day") ? read.group("day").replaceAll("\\D", "") : "1";
            var month = (part(read.group("part")) - 1) * months + 1;
            try {
                var from = LocalDate.of(Integer.parseInt(read.group("year")), month, Integer.parseInt(day));
                return LocalDateRange.of(from, length);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}

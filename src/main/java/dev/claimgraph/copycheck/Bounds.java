package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Bound.APPROXIMATE;
import static dev.claimgraph.copycheck.Amount.Bound.AT_LEAST;
import static dev.claimgraph.copycheck.Amount.Bound.AT_MOST;
import static dev.claimgraph.copycheck.Amount.Bound.EXACT;

import dev.claimgraph.copycheck.Amount.Bound;
import dev.claimgraph.copycheck.Amount.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words before an amount or behind it that make it a limit. */
final class Bounds {

    private static final Pattern MOST =
            before("up to|at (?:the )?most|within|(?<!no |not )(?:under|less than|fewer than|below)|(?:no|not)"
                + " (?:more|longer|later|higher) than|max(?:imum(?: of)?|\\.)|inside|limited to|as (?:much|many|long)"
                + " as");
    private static final Pattern LEAST =
            before("at (?:the )?least|(?<!no |not )(?:more than|longer than|above)|(?:no|not) (?:less|fewer)"
                    + " than|min(?:imum(?: of)?|\\.)|since|upwards of|exceed(?:s|ing)?|as (?:little|few) as");
    /** But "over a line of 100 Mbit/s" and "averaged over 10,000 photos" are not more. */
    private static final Pattern OVER =
            Pattern.compile("(?i)(?<!\\b(?:averaged?|median|measured)\\b.{0,20})(?<![\\p{L}\\p{N}]|no |not )over(?:"
                    + " just| only| a total of)? ?$");

    private static final Pattern NEARLY =
            before("about|around|nearly|almost|roughly|some|approx(?:imately|\\.)?|close to|circa|[~≈]");
    private static final Pattern FROM = before("from");
    private static final Pattern BY = before("by|until|till|before");

    private static final Pattern OR_LESS =
            Pattern.compile("(?i) ?(?:(?:or|and) (?:less|fewer|below|under|earlier|older|lower)\\b|at (?:the"
                    + " )?most\\b|max(?:imum)?\\b)");
    private static final Pattern OR_MORE =
            Pattern.compile("(?i) ?(?:(?:or|and) (?:more|higher|above|later|newer|up|upwards|over"
                    + "|longer|better)\\b|at (?:the )?least\\b|(?<=[\\p{N}\\p{L}%€$])\\+(?!\\+))");
    private static final Pattern OR_SO = Pattern.compile("(?i) or so\\b");
    private static final Pattern ON = Pattern.compile("(?i) (?:on|onwards?|upwards?)\\b");
    private static final Pattern LISTED = Pattern.compile("(?i),? (?:or|and) |, | ?/ ?");

    private Bounds() {}

    /** Whether what begins here is limited by the words before it. */
    static boolean limits(Place place) {
        return List.of(MOST, LEAST, OVER, NEARLY).stream().anyMatch(place::readsBack);
    }

    /** "Android 11 or iOS 16 and later" bounds both versions. */
    static List<Amount> read(String text, List<Amount> amounts) {
        var bounded = new ArrayList<Amount>();
        while (bounded.size() < amounts.size()) {
            var first = bounded.size();
            var last = first;
            while (last < amounts.size() - 1 && areListed(text, amounts.get(last), amounts.get(last + 1))) {
                last++;
            }
            var start = new Place(text, amounts.get(first).start(), 0);
            var end = new Place(text, amounts.get(last).end(), 0);
            amounts.subList(first, last + 1).forEach(amount -> bounded.add(amount.bounded(bound(start, amount, end))));
        }
        return bounded;
    }

    private static boolean areListed(String text, Amount one, Amount next) {
        return one.kind() == Kind.VERSION
                && next.kind() == Kind.VERSION
                && LISTED.matcher(text.substring(one.end(), next.start())).matches();
    }

    private static Bound bound(Place start, Amount amount, Place end) {
        var written = start.text().substring(amount.start(), amount.end());
        if (start.readsBack(MOST)
                || end.reads(OR_LESS)
                || OR_LESS.matcher(written).find()
                || amount.kind() == Kind.DATE && start.readsBack(BY)) {
            return AT_MOST;
        } else if (start.readsBack(LEAST)
                || amount.kind() != Kind.VERSION && start.readsBack(OVER)
                || end.reads(OR_MORE)
                || OR_MORE.matcher(written).find()
                || start.readsBack(FROM) && end.reads(ON)) {
            return AT_LEAST;
        }
        return start.readsBack(NEARLY) || end.reads(OR_SO) ? APPROXIMATE : EXACT;
    }

    private static Pattern before(String words) {
        return Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:" + words
                + ")(?: (?:an?|the|the first|the last|the next|its|just|only|a total of))? ?$");
    }
}

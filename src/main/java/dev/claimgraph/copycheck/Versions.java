package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.VERSION;

import dev.claimgraph.catalog.Version;
import dev.claimgraph.copycheck.Nouns.Noun;
import dev.claimgraph.copycheck.Value.Release;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers that name a version: "iOS 16", "HTTP/3", "ISO 27001", "IFC models up to version 4.3". */
final class Versions {

    private static final String NAME = "(?<name>\\p{Ll}{0,3}\\p{Lu}[\\p{L}+#]*(?:-\\p{Lu}\\p{L}*)?(?:\\.\\p{Ll}+)?)";
    private static final String NUMBER =
            "(?<number>(?!0\\d)\\d+(?:\\.\\d+){0,9})(?:\\.x)?(?::(?:19|20)\\d\\d)?\\+?(?![\\p{L}\\p{Nd}%]|[.,:]\\d)";
    private static final String WORD = "(?i:version|release|ver\\.|v)[ \\u00A0]?";

    private static final Pattern NAMED =
            Pattern.compile(NAME + "(?:[ \\u00A0](?:" + WORD + ")?|(?<joint>[-/]))" + NUMBER);
    private static final Pattern NAMED_IN = Pattern.compile(NAME + " in " + NUMBER);
    private static final Pattern AFTER_VERSION = Pattern.compile("\\bversions? \\d[^!?;]*$");
    private static final Pattern UNNAMED = Pattern.compile(WORD + NUMBER);
    private static final Pattern DOTTED = Pattern.compile("(?<number>\\d+(?:\\.\\d+){2,9})(?![\\p{L}\\p{N}])");

    private static final Pattern NAME_BEFORE = Pattern.compile(NAME + "(?: \\p{Ll}+){0,4} $");
    private static final Pattern ACRONYM = Pattern.compile("\\p{L}*(?:\\p{Lu}\\p{L}*\\p{Lu}|\\p{Ll}\\p{Lu})\\p{L}*");
    static final String NAMELESS = "version";
    private static final Set<String> NO_NAMES = Set.of(
            "about",
            "above",
            "all",
            "almost",
            "around",
            "below",
            "christmas",
            "during",
            "early",
            "easter",
            "every",
            "just",
            "late",
            "least",
            "mid",
            "most",
            "nearly",
            "now",
            "only",
            "roughly",
            "since",
            "some",
            "spring",
            "summer",
            "autumn",
            "winter",
            "under",
            "within");

    private Versions() {}

    static @Nullable Amount at(Place place) {
        var unnamed = place.read(UNNAMED);
        if (unnamed != null) {
            return version(place, unnamed, nameBefore(place));
        }
        var named = place.read(NAMED);
        if (named == null && place.readsBack(AFTER_VERSION)) {
            named = place.read(NAMED_IN);
        }
        if (named != null && isVersion(place, named)) {
            return version(place, named, named.group("name"));
        }
        var dotted = place.read(DOTTED);
        return dotted == null ? null : version(place, dotted, NAMELESS);
    }

    private static Amount version(Place place, MatchResult read, String name) {
        var value = new Release(Version.parse(read.group("number")));
        return place.exactly(read.end(), VERSION, value).named(name.toLowerCase(Locale.ROOT));
    }

    private static String nameBefore(Place place) {
        var before = place.readBack(NAME_BEFORE);
        return before != null && isName(place.to(before.start()), before.group("name"))
                ? before.group("name")
                : NAMELESS;
    }

    private static boolean isVersion(Place place, MatchResult read) {
        var name = read.group("name");
        var isJoint = read.namedGroups().containsKey("joint") && read.group("joint") != null;
        var number = place.to(read.start("number"));
        var end = place.to(read.end());
        return !isNoName(name)
                && (!isJoint || ACRONYM.matcher(name).matches())
                && !AmountReader.isMeasured(number, end.at())
                && !isCounted(place, read, Nouns.after(end, false));
    }

    /** "Invite 250 guests", or a headline that capitalises its nouns. */
    private static boolean isCounted(Place place, MatchResult read, @Nullable Noun noun) {
        return noun != null
                && (Character.isUpperCase(place.text().charAt(noun.start()))
                        || !isName(place, read.group("name"))
                                && !read.group("number").contains("."));
    }

    /** A word that is capitalised only for its place is no name for certain. */
    private static boolean isName(Place place, String word) {
        return !isNoName(word) && (ACRONYM.matcher(word).matches() || !place.isAtSentenceStart());
    }

    private static boolean isNoName(String word) {
        return Nouns.isNoNoun(word)
                || NO_NAMES.contains(word.toLowerCase(Locale.ROOT).replaceFirst("-.*", ""));
    }
}

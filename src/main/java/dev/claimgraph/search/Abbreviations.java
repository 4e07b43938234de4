package dev.claimgraph.search;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.ibm.icu.impl.ICUData;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import java.util.HashSet;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the full stop of an abbreviation from one that ends a sentence, by the list that ICU has for the language. ICU's own filter
 * does not do: it takes the end of "apps." for the abbreviation "pp.", and misses "U.S." and others with a full stop inside.
 */
record Abbreviations(String text, Locale locale) {

    private static final LoadingCache<String, Set<String>> KNOWN =
            Caffeine.newBuilder().maximumSize(20).build(Abbreviations::known);

    private static final Set<String> MORE = Set.of("approx.", "ca.", "cf.", "Dr.", "excl.", "incl.", "St.");

    /** On ICU's lists, but words of their own where they end a sentence: "Always On.", "Claimgraph Pro.". */
    private static final Set<String> WORDS = Set.of(
            ("Act. All. As. By. Cap. Do. Ex. Gb. Go. Hat. Hz. Id. In. Is. Job. Kb. Link. Long. Mb. OK. Ok. On. Or."
                            + " Org. PC. PIN. Pro. Test. To. Up.")
                    .split(" "));

    private static final Set<String> BEFORE_NUMBERS = Set.of("No.", "Nos.", "no.", "nos.", "Fig.", "Vol.");

    private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}{1,2}\\.){2,}");

    private static final int LONGEST = 20;

    /** Whether what is before this position, and the spaces there, is an abbreviation that the sentence goes on after. */
    boolean endAt(int position) {
        var end = position;
        while (end > 0 && Character.getType(text.charAt(end - 1)) == Character.SPACE_SEPARATOR) {
            end--;
        }
        var start = end;
        while (start > 0 && end - start < LONGEST && isPart(text.charAt(start - 1))) {
            start--;
        }
        var word = text.substring(start, end);
        return word.endsWith(".")
                && (DOTTED.matcher(word).matches()
                        || BEFORE_NUMBERS.contains(word) && Character.isDigit(text.charAt(position))
                        || KNOWN.get(locale.getLanguage()).contains(word));
    }

    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character) || character == '.' || character == '-' || character == '&';
    }

    private static Set<String> known(String language) {
        var known = new HashSet<>(ofIcu(language));
        known.addAll(MORE);
        known.removeAll(WORDS);
        return known;
    }

    private static Set<String> ofIcu(String language) {
        try {
            var breaks = UResourceBundle.getBundleInstance(ICUData.ICU_BRKITR_BASE_NAME, new ULocale(language));
            return Set.of(breaks.get("exceptions").get("SentenceBreak").getStringArray());
        } catch (MissingResourceException noneForTheLanguage) {
            return Set.of();
        }
    }
}

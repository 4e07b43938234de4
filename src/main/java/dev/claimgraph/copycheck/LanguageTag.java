package dev.claimgraph.copycheck;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Languages as BCP 47 names them, each in one way: de-ch is de-CH. */
final class LanguageTag {

    /** Characters of the longest one. */
    static final int LONGEST = 35;

    private LanguageTag() {}

    /** The tag as it is written; null where this is none. */
    static @Nullable String of(String text) {
        try {
            return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    /** Whether what is for the one goes with the other too: what is for de goes with de-CH. */
    static boolean covers(String tag, String other) {
        return (other + "-").startsWith(tag + "-");
    }
}

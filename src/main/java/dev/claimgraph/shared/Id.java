package dev.claimgraph.shared;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opaque ids that sort by time and tell their kind: {@code fact_01jf3z…}. */
public final class Id {

    private static final Pattern FORM = Pattern.compile("([a-z]+)_[0-9a-hjkmnp-tv-z]{26}");
    private static final Set<String> KINDS = Set.of(
            "product",
            "feature",
            "persona",
            "problem",
            "competitor",
            "fact",
            "claim",
            "usage",
            "question",
            "review",
            "finding",
            "person",
            "team",
            "area",
            "contribution",
            "phrase",
            "check",
            "webhook",
            "delivery");

    private Id() {}

    public static String next(String kind) {
        return kind + "_" + UlidCreator.getMonotonicUlid().toString().toLowerCase(Locale.ROOT);
    }

    /** The kind of thing an id stands for, or null where it is not an id of ours. */
    public static @Nullable String kindOf(String id) {
        var match = FORM.matcher(id);
        return match.matches() && KINDS.contains(match.group(1)) ? match.group(1) : null;
    }
}

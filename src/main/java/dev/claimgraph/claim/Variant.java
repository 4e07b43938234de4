package dev.claimgraph.claim;

import dev.claimgraph.shared.Problems;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/** Another approved wording of a claim, for a channel, a locale or a length. */
public record Variant(
        String text, @Nullable String channel, @Nullable String locale) {

    static Variant from(Value variant) {
        return new Variant(
                variant.get("text").asString(),
                variant.get("channel").asString(null),
                variant.get("locale").asString(null));
    }

    /** The wording for a channel and a locale: the claim's own text where no variant is for them. */
    static String chosen(Claim claim, @Nullable String channel, @Nullable String locale) {
        var locales = locale == null ? List.<String>of() : locales(List.of(locale));
        return claim.variants().stream()
                .filter(variant -> variant.fits(channel, locales))
                .filter(variant -> variant.channel != null || variant.locale != null)
                .min(Comparator.comparing((Variant variant) -> variant.channel == null)
                        .thenComparing(variant -> variant.place(locales)))
                .map(Variant::text)
                .orElseGet(claim::text);
    }

    /** The locales and, behind each, those that it falls back to: de-CH, de. */
    static List<String> locales(Collection<String> wanted) {
        return wanted.stream()
                .flatMap(locale -> Stream.iterate(
                        locale, more -> !more.isEmpty(), more -> more.substring(0, Math.max(0, more.lastIndexOf('-')))))
                .map(locale -> locale.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** A variant that names no channel or locale goes with any. */
    private boolean fits(@Nullable String wanted, List<String> locales) {
        return (channel == null || channel.equals(wanted)) && (locale == null || place(locales) < locales.size());
    }

    /** The place of its locale among these; behind them where it names none. */
    private int place(List<String> locales) {
        var place = locale == null ? -1 : locales.indexOf(locale.toLowerCase(Locale.ROOT));
        return place < 0 ? locales.size() : place;
    }

    Variant checked(Problems problems, int place) {
        return new Variant(
                problems.text(text, Problems.TEXT, "variants", place, "text"),
                problems.optionalText(channel, 100, "variants", place, "channel"),
                problems.optionalText(locale, 35, "variants", place, "locale"));
    }
}

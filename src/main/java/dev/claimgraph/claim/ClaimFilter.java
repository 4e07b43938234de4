package dev.claimgraph.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which claims a list shows: all that is given must hold, and a list holds when any of it does. */
public record ClaimFilter(
        @Nullable List<ClaimStatus> status,
        @Nullable List<ClaimStanding> standing,
        @Nullable Boolean usable,
        @Nullable List<ClaimKind> kind,
        @Nullable List<String> channel,
        @Nullable List<String> locale,
        @Nullable List<String> personaKeys,
        @Nullable List<String> marketProblemKeys,
        @Nullable List<String> competitorKeys,
        @Nullable List<String> featureKeys,
        @Nullable List<String> productKeys,
        @Nullable String ownerId,
        @Nullable String authorId) {

    private static final int MOST_AUDIENCES = 1_000;

    public static final ClaimFilter NONE =
            new ClaimFilter(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final ClaimFilter USABLE =
            new ClaimFilter(null, null, true, null, null, null, null, null, null, null, null, null, null);

    /** The filter itself where it says which status, standing or usability it wants, else what it keeps of the usable ones. */
    public static ClaimFilter usableUnlessSaid(@Nullable ClaimFilter filter) {
        if (filter == null) {
            return USABLE;
        }
        if (filter.status != null || filter.asksForStanding()) {
            return filter;
        }
        return new ClaimFilter(
                null,
                null,
                true,
                filter.kind,
                filter.channel,
                filter.locale,
                filter.personaKeys,
                filter.marketProblemKeys,
                filter.competitorKeys,
                filter.featureKeys,
                filter.productKeys,
                filter.ownerId,
                filter.authorId);
    }

    /** Whether it asks for what is derived, so that each candidate's facts have to be looked at. */
    boolean asksForStanding() {
        return standing != null || usable != null;
    }

    /** Whether a claim that has come so far and is worth this has what it asks of that. */
    public boolean keepsByState(ClaimStatus is, ClaimStanding worth, boolean isUsable) {
        return (status == null || status.contains(is))
                && (standing == null || standing.contains(worth))
                && (usable == null || usable == isUsable);
    }

    /** What it asks beside how far a claim has come and what it is worth. */
    public ClaimFilter besideState() {
        return new ClaimFilter(
                null,
                null,
                null,
                kind,
                channel,
                locale,
                personaKeys,
                marketProblemKeys,
                competitorKeys,
                featureKeys,
                productKeys,
                ownerId,
                authorId);
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("statuses", names(status));
        parameters.put("standings", names(standing));
        parameters.put("usable", usable);
        parameters.put("kinds", names(kind));
        parameters.put("channels", channel);
        parameters.put("locales", locale == null ? null : Variant.locales(locale));
        parameters.put("personaKeys", personaKeys);
        parameters.put("marketProblemKeys", marketProblemKeys);
        parameters.put("competitorKeys", competitorKeys);
        parameters.put("featureKeys", featureKeys);
        parameters.put("productKeys", productKeys);
        parameters.put("ownerId", ownerId);
        parameters.put("authorId", authorId);
        return parameters;
    }

    /** Whether it names personas and market problems, and so few that each pair of them can be looked for. */
    boolean hasFewAudiences() {
        return personaKeys != null
                && marketProblemKeys != null
                && (long) personaKeys.size() * marketProblemKeys.size() <= MOST_AUDIENCES;
    }

    /** Whether it asks for one persona with one market problem, and beside them only how far the claims have come. */
    boolean asksForOneAudience() {
        return personaKeys != null
                && personaKeys.size() == 1
                && marketProblemKeys != null
                && marketProblemKeys.size() == 1
                && equals(new ClaimFilter(
                        status,
                        null,
                        null,
                        null,
                        null,
                        null,
                        personaKeys,
                        marketProblemKeys,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** Each of the personas together with each of the market problems. */
    List<String> audiences() {
        return Objects.requireNonNull(personaKeys).stream()
                .flatMap(persona ->
                        Objects.requireNonNull(marketProblemKeys).stream().map(problem -> persona + "/" + problem))
                .toList();
    }

    private static @Nullable List<String> names(@Nullable List<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).toList();
    }
}

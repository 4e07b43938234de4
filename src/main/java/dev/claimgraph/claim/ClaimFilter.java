package dev.claimgraph.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        @Nullable String authorId) {

    public static final ClaimFilter NONE =
            new ClaimFilter(null, null, null, null, null, null, null, null, null, null, null);

    /** Whether it asks for what is derived, so that each candidate's facts have to be looked at. */
    boolean asksForStanding() {
        return standing != null || usable != null;
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("statuses", names(status));
        parameters.put("standings", names(standing));
        parameters.put("usable", usable);
        parameters.put("kinds", names(kind));
        parameters.put("channels", channel);
        parameters.put("locales", locale);
        parameters.put("personaKeys", personaKeys);
        parameters.put("marketProblemKeys", marketProblemKeys);
        parameters.put("competitorKeys", competitorKeys);
        parameters.put("featureKeys", featureKeys);
        parameters.put("authorId", authorId);
        return parameters;
    }

    private static @Nullable List<String> names(@Nullable List<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).toList();
    }
}

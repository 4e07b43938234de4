package dev.claimgraph.story;

import dev.claimgraph.fact.CheckOperator;
import dev.claimgraph.fact.FactCheck.FactCheckInput;
import dev.claimgraph.story.WebPlatform.Feature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which a fact can depend on a feature of the web platform. */
enum Dependency {
    EVERYTHING(null, false),
    LIFECYCLE_ALONE(List.of(), false),
    NAMED(List.of("baseline"), false),
    CHECKED(null, true),
    CHECKED_AND_NAMED(List.of("baseline"), true);

    private final @Nullable List<String> names;
    private final boolean checked;

    Dependency(@Nullable List<String> names, boolean checked) {
        this.names = names;
        this.checked = checked;
    }

    @Nullable
    List<String> dependsOn() {
        return names;
    }

    /** Holds for the feature as it is: it is limited or, newly and widely available alike, it is not. */
    @Nullable
    FactCheckInput check(Feature feature) {
        return checked ? new FactCheckInput("baseline", operator(feature), Feature.value("text limited")) : null;
    }

    boolean checkHolds(Feature recorded, Feature now) {
        return !checked || operator(recorded) == operator(now);
    }

    private static CheckOperator operator(Feature feature) {
        return "text limited".equals(feature.attributes().get("baseline"))
                ? CheckOperator.EQUAL
                : CheckOperator.NOT_EQUAL;
    }
}

package dev.claimgraph.story;

import dev.claimgraph.story.WebPlatform.Feature;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a claim of the story stands on, and by plain comparison what a release has to make of it. */
record StandsOn(String key, Dependency dependency) {

    /** The reasons that a release has to give, in order; none where the claim stays as it is. */
    List<String> reasons(Feature before, @Nullable Feature after) {
        if (after == null) {
            return List.of("FACT_SUSPECT lifecycle", "KIND_DEMAND");
        }
        if (!dependency.checkHolds(before, after)) {
            return List.of("FACT_CONTRADICTED baseline");
        }
        var names = new TreeSet<String>();
        switch (dependency) {
            case EVERYTHING -> {
                names.addAll(before.attributes().keySet());
                names.addAll(after.attributes().keySet());
            }
            case NAMED, CHECKED_AND_NAMED -> names.add("baseline");
            case LIFECYCLE_ALONE, CHECKED -> {}
        }
        return names.stream()
                .filter(name -> !Objects.equals(
                        before.attributes().get(name), after.attributes().get(name)))
                .map(name -> "FACT_SUSPECT " + name)
                .toList();
    }
}

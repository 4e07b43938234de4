package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Keeps the arrows between the modules pointing the way the design draws them, and draws them. */
class ModularityTests {

    /** Each may use those before it. */
    private static final List<String> FROM_THE_GROUND_UP = List.of(
            "shared",
            "paging",
            "graph",
            "api",
            "history",
            "access",
            "catalog",
            "fact",
            "contribution",
            "claim",
            "review",
            "impact",
            "search",
            "copycheck",
            "notice",
            "webhook",
            "exchange",
            "sample");

    private static final ApplicationModules MODULES = ApplicationModules.of(ClaimgraphApplication.class);

    @Test
    void modulesHaveNoCyclesAndKeepTheirInternals() {
        MODULES.verify();
    }

    @Test
    void arrowsPointDown() {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(usedBy(module))
                        .as("what %s uses", module.getIdentifier())
                        .isSubsetOf(below(module)));
    }

    @Test
    void modulesAreDrawn() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    private static List<String> usedBy(ApplicationModule module) {
        return module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(used -> used.getIdentifier().toString())
                .toList();
    }

    private static List<String> below(ApplicationModule module) {
        var name = module.getIdentifier().toString();
        assertThat(FROM_THE_GROUND_UP).contains(name);
        return FROM_THE_GROUND_UP.subList(0, FROM_THE_GROUND_UP.indexOf(name));
    }
}

package dev.claimgraph;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Keeps the arrows between the modules pointing the way the design draws them. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(ClaimgraphApplication.class);

    @Test
    void modulesUseOnlyWhatTheyMay() {
        modules.verify();
    }
}

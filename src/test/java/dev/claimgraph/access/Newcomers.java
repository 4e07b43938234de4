package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import java.util.Set;

/** People whom no local account stands for: others act on them, and tests through the doors as them. */
public record Newcomers(People people) {

    /** Whoever comes with this name for the first time. */
    public Actor join(String name, Role... roles) {
        var account = "https://idp.example.com#%s %d".formatted(name, System.nanoTime());
        return people.seen(new Identity(account, name, Set.of(roles), null, null));
    }
}

package dev.claimgraph.access;

import dev.claimgraph.shared.Id;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up whoever owns, be they people or teams. */
@Component
public class Owners {

    private final People people;
    private final Teams teams;

    Owners(People people, Teams teams) {
        this.people = people;
        this.teams = teams;
    }

    /** By their ids; one statement for people, another for teams, where there are any. */
    public Map<String, Owner> byId(Collection<String> ids) {
        var owners = new HashMap<String, Owner>();
        ids.stream()
                .collect(Collectors.groupingBy(id -> Teams.KIND.equals(Id.kindOf(id))))
                .forEach((isTeam, ofKind) -> owners.putAll(isTeam ? teams.byId(ofKind) : people.byId(ofKind)));
        return owners;
    }
}

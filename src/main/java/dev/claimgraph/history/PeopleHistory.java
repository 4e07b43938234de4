package dev.claimgraph.history;

import dev.claimgraph.access.Person;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs people as they join; each is the actor of their own first change. */
@Component
class PeopleHistory {

    private final ChangeLog changes;

    PeopleHistory(ChangeLog changes) {
        this.changes = changes;
    }

    @EventListener
    void on(Person.Joined joined) {
        var person = joined.person();
        var state =
                Map.of("type", "Person", "account", person.account(), "name", person.name(), "roles", person.roles());
        changes.record(person.actor(), "joinPerson", person.id(), null, state, List.of());
    }
}

package dev.claimgraph.access;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers who is calling, and who else there is. */
@Controller
class PeopleController {

    private final People people;
    private final PeopleList list;

    PeopleController(People people, PeopleList list) {
        this.people = people;
        this.list = list;
    }

    @QueryMapping
    Person me(Actor actor) {
        return people.byId(actor.id()).orElseThrow();
    }

    @QueryMapping
    @Nullable
    Person person(@Argument String id) {
        return people.byId(id).orElse(null);
    }

    @QueryMapping
    Connection<Person> people(@Argument PeopleList.@Nullable PersonFilter filter, PageRequest page) {
        return list.page(filter, page);
    }
}

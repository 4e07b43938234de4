package dev.claimgraph.exchange;

import dev.claimgraph.access.People;
import dev.claimgraph.access.People.Expected;
import dev.claimgraph.exchange.Report.Outcome;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of people, each known by their account: who is there already stays as their login says. */
@Component
class PersonRows implements RowDoor {

    private final Binding binding;
    private final People people;

    PersonRows(Binding binding, People people) {
        this.binding = binding;
        this.people = people;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.PERSON;
    }

    @Override
    public void check(Actor actor, List<Row> rows, List<Problems> problems, Coming coming) {
        for (var i = 0; i < rows.size(); i++) {
            var person = bind(rows.get(i), problems.get(i));
            if (person != null
                    && (person.roles().contains(Role.PRODUCT_OWNER)
                            || person.roles().contains(Role.ADMIN))) {
                coming.addOwner(person.account());
            }
            if (person != null && !coming.add(RowType.PERSON, person.account())) {
                var message =
                        "An earlier row has the account %s too; leave one of them out.".formatted(person.account());
                problems.get(i).add(ProblemCode.KEY_TAKEN, message, "account");
            }
        }
    }

    @Override
    public List<Outcome> write(Actor actor, List<Row> rows) {
        var expected = RowDoor.read(rows, this::bind);
        var there = people.idsByAccount(expected.stream().map(Expected::account).toList());
        return expected.stream()
                .map(person -> {
                    if (there.containsKey(person.account())) {
                        return Outcome.UNCHANGED;
                    }
                    people.expect(actor, person);
                    return Outcome.CREATED;
                })
                .toList();
    }

    private @Nullable Expected bind(Row row, Problems problems) {
        var person = binding.bind(row.fields(), row.type().creation, Expected.class, problems);
        if (person == null) {
            return null;
        }
        var account = problems.text(person.account(), Problems.TEXT, "account");
        var name = problems.text(person.name(), Problems.NAME, "name");
        return problems.count() == 0 ? new Expected(account, name, person.roles()) : null;
    }
}

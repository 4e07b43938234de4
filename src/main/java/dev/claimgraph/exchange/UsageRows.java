package dev.claimgraph.exchange;

import dev.claimgraph.claim.Usage;
import dev.claimgraph.claim.Usages;
import dev.claimgraph.claim.Usages.Place;
import dev.claimgraph.claim.Usages.RecordUsage;
import dev.claimgraph.exchange.Report.Outcome;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of usages, each known by its claim and its address. */
@Component
class UsageRows implements RowDoor {

    private final Binding binding;
    private final Usages usages;

    UsageRows(Binding binding, Usages usages) {
        this.binding = binding;
        this.usages = usages;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.USAGE;
    }

    @Override
    public void check(Actor actor, List<Row> rows, List<Problems> problems, Coming coming) {
        var inputs = new ArrayList<RecordUsage>();
        var ofInputs = new ArrayList<Problems>();
        for (var i = 0; i < rows.size(); i++) {
            var input = bind(rows.get(i), problems.get(i));
            if (input != null) {
                if (!coming.add(RowType.USAGE, Place.of(input).toString())) {
                    var message = "An earlier row is of this claim at this address too; leave one of them out.";
                    problems.get(i).add(ProblemCode.INVALID, message, "url");
                }
                inputs.add(input);
                ofInputs.add(problems.get(i));
            }
        }
        usages.check(inputs, ofInputs, coming::has);
    }

    @Override
    public List<Outcome> write(Actor actor, List<Row> rows) {
        var inputs = RowDoor.read(rows, this::bind);
        var before = usages.at(inputs);
        var outcomes = inputs.stream().map(input -> outcome(input, before)).toList();
        var changed = new ArrayList<RecordUsage>();
        var places = new ArrayList<Integer>();
        for (var i = 0; i < inputs.size(); i++) {
            if (outcomes.get(i) != Outcome.UNCHANGED) {
                changed.add(inputs.get(i));
                places.add(i);
            }
        }
        try {
            usages.record(actor, changed);
        } catch (Refusal refusal) {
            throw new Refusal(refusal.problems().stream()
                    .map(problem -> problem.moved(places))
                    .toList());
        }
        return outcomes;
    }

    private @Nullable RecordUsage bind(Row row, Problems problems) {
        return binding.bind(row.fields(), row.type().creation, RecordUsage.class, problems);
    }

    private static Outcome outcome(RecordUsage input, Map<Place, @Nullable Usage> before) {
        var usage = before.get(Place.of(input));
        if (usage == null) {
            return Outcome.CREATED;
        }
        var isSame = isSame(input.title(), usage.title())
                && isSame(input.channel(), usage.channel())
                && isSame(input.firstSeen(), usage.firstSeen())
                && isSame(input.lastSeen(), usage.lastSeen())
                && Objects.equals(input.endedAt(), usage.endedAt());
        return isSame ? Outcome.UNCHANGED : Outcome.REVISED;
    }

    private static boolean isSame(@Nullable Instant given, Instant present) {
        return given == null || given.equals(present);
    }

    private static boolean isSame(@Nullable String given, @Nullable String present) {
        return given == null || given.isBlank() || given.strip().equals(present);
    }
}

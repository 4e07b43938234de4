package dev.claimgraph.exchange;

import dev.claimgraph.exchange.Report.Outcome;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of what has a key: creates what is not there, and revises what is and says something else. What a row leaves out stays.
 *
 * @param <P> what is there
 * @param <C> the input that creates it
 * @param <R> the input that revises it
 */
abstract class KeyedRows<P, C, R> implements RowDoor {

    /** What a mutation takes, and means nothing in a file. */
    static final List<String> NOT_IN_ROWS =
            List.of("idempotencyKey", "note", "setAttributes", "removeAttributes", "expectedRevision");

    private final Binding binding;
    private final Class<C> creation;
    private final Class<R> revision;

    KeyedRows(Binding binding, Class<C> creation, Class<R> revision) {
        this.binding = binding;
        this.creation = creation;
        this.revision = revision;
    }

    /** By key. */
    abstract Map<String, P> present(RowType type, Collection<String> keys);

    abstract String id(P present);

    abstract long revision(P present);

    /** What a revision does not take, though a creation does. */
    abstract List<String> onlyCreated();

    abstract void checkCreations(Actor actor, RowType type, List<C> inputs, List<Problems> problems, Coming coming);

    abstract void checkRevision(Actor actor, Row row, P present, R input, Problems problems, Coming coming);

    /** Writes them one after the other. @throws Refusal with what is wrong with the first that is refused, under its place */
    static <C> void each(List<C> inputs, Consumer<C> write) {
        for (var i = 0; i < inputs.size(); i++) {
            try {
                write.accept(inputs.get(i));
            } catch (Refusal refusal) {
                var place = i;
                throw new Refusal(refusal.problems().stream()
                        .map(problem -> problem.under(place))
                        .toList());
            }
        }
    }

    /** Notes where a row has another value than what is there, of a field that no revision changes. */
    static void mustStay(String field, @Nullable String present, Row row, Problems problems) {
        var given = row.fields().get(field);
        if (given != null && !given.equals(present)) {
            problems.add(
                    ProblemCode.INVALID,
                    "%s has another %s, which an import does not change; leave it out.".formatted(row.key(), field),
                    field);
        }
    }

    /** What is different about the rest of a row, that a revision does not take. */
    void checkRest(P present, Row row, Problems problems) {}

    abstract void create(Actor actor, RowType type, List<C> inputs);

    /** @return whether anything was different */
    abstract boolean revise(Actor actor, RowType type, P present, R input, Row row);

    @Override
    public void check(Actor actor, List<Row> rows, List<Problems> problems, Coming coming) {
        var type = rows.getFirst().type();
        var present = present(rows);
        var creations = new ArrayList<C>();
        var ofCreations = new ArrayList<Problems>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var found = problems.get(i);
            var before = found.count();
            var key = row.key();
            checkFields(row, found);
            checkAttested(row, found, coming);
            References.checkKinds(row, found, coming);
            if (key == null) {
                found.add(ProblemCode.REQUIRED, "key is required: by it the row is known when it comes again.", "key");
            } else if (!coming.add(type, key)) {
                found.add(
                        ProblemCode.KEY_TAKEN,
                        "An earlier row has the key %s too; leave one of them out.".formatted(key),
                        "key");
            }
            var there = present.get(String.valueOf(key));
            if (there != null) {
                checkRevision(actor, row, there, found, coming);
            } else {
                var input = bindCreation(row, found);
                if (input != null && found.count() == before) {
                    creations.add(input);
                    ofCreations.add(found);
                }
            }
        }
        if (!creations.isEmpty()) {
            checkCreations(actor, type, creations, ofCreations, coming);
        }
    }

    @Override
    public List<Outcome> write(Actor actor, List<Row> rows) {
        var type = rows.getFirst().type();
        var present = present(rows);
        var problems = Problems.each(rows);
        var creations = new ArrayList<C>();
        var places = new ArrayList<Integer>();
        var outcomes = new ArrayList<Outcome>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var there = present.get(String.valueOf(row.key()));
            var found = problems.get(i);
            if (there == null) {
                var input = bindCreation(row, found);
                if (input != null) {
                    creations.add(input);
                    places.add(i);
                }
                outcomes.add(Outcome.CREATED);
            } else {
                var input = bindRevision(row, there, found);
                checkRest(there, row, found);
                var isDifferent = input != null && found.count() == 0 && revised(actor, row, there, input, found);
                outcomes.add(isDifferent ? Outcome.REVISED : Outcome.UNCHANGED);
            }
        }
        Problems.refuse(problems);
        if (!creations.isEmpty()) {
            try {
                create(actor, type, creations);
            } catch (Refusal refusal) {
                throw new Refusal(refusal.problems().stream()
                        .map(problem -> problem.moved(places))
                        .toList());
            }
        }
        return outcomes;
    }

    /** Notes what a mutation takes and a row does not. */
    static void checkFields(Row row, Problems problems) {
        NOT_IN_ROWS.stream()
                .filter(row.fields()::containsKey)
                .forEach(field ->
                        problems.add(ProblemCode.INVALID, "A row takes no %s; leave it out.".formatted(field), field));
    }

    /** Notes what is wrong with what is attested of a row. */
    void checkAttested(Row row, Problems problems, Coming coming) {}

    /** Takes an admin's word for one of them. @return whether it is so now */
    boolean attest(Actor actor, P present, Row row) {
        return true;
    }

    @Override
    public long attest(Actor actor, List<Row> rows) {
        var left = 0L;
        var present = present(rows);
        var problems = Problems.each(rows);
        for (var i = 0; i < rows.size(); i++) {
            try {
                var row = rows.get(i);
                if (!attest(actor, Objects.requireNonNull(present.get(String.valueOf(row.key()))), row)) {
                    left++;
                }
            } catch (Refusal refusal) {
                problems.get(i).addAll(refusal.problems());
            }
        }
        Problems.refuse(problems);
        return left;
    }

    private void checkRevision(Actor actor, Row row, P there, Problems problems, Coming coming) {
        var input = bindRevision(row, there, problems);
        checkRest(there, row, problems);
        if (input != null) {
            try {
                checkRevision(actor, row, there, input, problems, coming);
            } catch (Refusal refusal) {
                problems.addAll(refusal.problems());
            } catch (Forbidden forbidden) {
                problems.add(ProblemCode.FORBIDDEN, notTheirs(row));
            }
        }
    }

    private boolean revised(Actor actor, Row row, P there, R input, Problems problems) {
        try {
            return revise(actor, row.type(), there, input, row);
        } catch (Refusal refusal) {
            problems.addAll(refusal.problems());
        } catch (Forbidden forbidden) {
            problems.add(ProblemCode.FORBIDDEN, notTheirs(row));
        }
        return false;
    }

    private static String notTheirs(Row row) {
        return "%s is not yours to revise; its owner may, or an admin.".formatted(row.key());
    }

    private Map<String, P> present(List<Row> rows) {
        return present(
                rows.getFirst().type(),
                rows.stream().map(Row::key).filter(Objects::nonNull).toList());
    }

    @Nullable
    C bindCreation(Row row, Problems problems) {
        return binding.bind(row.fields(), row.type().creation, creation, problems);
    }

    @Nullable
    R bindRevision(Row row, P there, Problems problems) {
        var fields = new HashMap<>(row.fields());
        Stream.concat(Stream.of("key"), onlyCreated().stream()).forEach(fields::remove);
        if (row.type().subject != null && fields.containsKey("attributes")) {
            fields.put("setAttributes", fields.remove("attributes"));
        }
        fields.put(row.type().idField, id(there));
        fields.put("expectedRevision", Math.toIntExact(revision(there)));
        return binding.bind(fields, row.type().revision, revision, problems);
    }
}

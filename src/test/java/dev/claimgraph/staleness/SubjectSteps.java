package dev.claimgraph.staleness;

import static dev.claimgraph.staleness.PlainSubject.LIFECYCLE;

import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects.RevisionListener;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.staleness.PlainSubject.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What happens to subjects. */
final class SubjectSteps {

    private SubjectSteps() {}

    /** @param late whether somebody else was first */
    record Revise(String who, int subject, Edit edit, boolean late) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            return revise(world, who, PlainWorld.pick(world.subjects, subject), edit, late);
        }
    }

    /** Puts a subject back to what it was at some time. */
    record Revert(String who, int subject, int to) implements Step {

        @Override
        public Turn<?> prepare(PlainWorld world) {
            var found = PlainWorld.pick(world.subjects, subject);
            var earlier = found.earlier(to);
            var set = new TreeMap<>(earlier.values());
            var lifecycle = set.remove(LIFECYCLE);
            var remove = new TreeSet<>(found.values().keySet());
            remove.removeAll(earlier.values().keySet());
            var edit = new Edit(
                    set, remove, lifecycle == null ? null : Lifecycle.valueOf(lifecycle.shown()), earlier.name());
            return revise(world, who, found, edit, false);
        }
    }

    /** What is left out stays. */
    record Edit(
            Map<String, Sample> set,
            Set<String> remove,
            @Nullable Lifecycle lifecycle,
            @Nullable String name) {

        List<ProblemCode> problems() {
            return remove.stream()
                    .filter(set::containsKey)
                    .map(name -> ProblemCode.INVALID)
                    .toList();
        }

        State applyTo(PlainSubject subject, Moment now) {
            var values = new TreeMap<>(subject.values());
            values.putAll(set);
            values.keySet().removeAll(remove);
            if (lifecycle != null && subject.type == SubjectType.FEATURE) {
                values.put(LIFECYCLE, Sample.lifecycle(lifecycle));
            }
            return new State(now, name == null ? subject.present().name() : name, values);
        }

        ReviseSubject input(PlainSubject subject, long expectedRevision) {
            return new ReviseSubject(
                    idIf(subject, SubjectType.FEATURE),
                    idIf(subject, SubjectType.PERSONA),
                    idIf(subject, SubjectType.MARKET_PROBLEM),
                    idIf(subject, SubjectType.COMPETITOR),
                    expectedRevision,
                    null,
                    name,
                    ArgumentValue.omitted(),
                    subject.type == SubjectType.FEATURE ? lifecycle : null,
                    inputs(set),
                    List.copyOf(remove),
                    null,
                    null);
        }
    }

    static List<AttributeInput> inputs(Map<String, Sample> values) {
        return values.entrySet().stream()
                .map(value ->
                        new AttributeInput(value.getKey(), value.getValue().input()))
                .toList();
    }

    private static Step.Turn<Subject> revise(
            PlainWorld world, String who, PlainSubject subject, Edit edit, boolean late) {
        var input = edit.input(subject, subject.revision() - (late ? 1 : 0));
        return new Step.Turn<>(
                () -> world.doors.subjects().revise(world.actor(who), subject.type, input, RevisionListener.NONE),
                revised -> {
                    var problems = late ? List.of(ProblemCode.CONFLICT) : edit.problems();
                    if (problems.isEmpty()) {
                        var now = world.moment(who);
                        subject.become(edit.applyTo(subject, now));
                        world.factsAbout(subject).forEach(fact -> fact.settle(now));
                    }
                    return new ArrayList<>(problems);
                });
    }

    private static @Nullable String idIf(PlainSubject subject, SubjectType type) {
        return subject.type == type ? subject.id : null;
    }
}

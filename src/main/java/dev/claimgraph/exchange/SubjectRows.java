package dev.claimgraph.exchange;

import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.catalog.Subjects.RevisionListener;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Rows of features, personas, market problems and competitors. */
@Component
class SubjectRows extends KeyedRows<Subject, CreateSubject, ReviseSubject> {

    private final Subjects subjects;

    SubjectRows(Binding binding, Subjects subjects) {
        super(binding, CreateSubject.class, ReviseSubject.class);
        this.subjects = subjects;
    }

    @Override
    public boolean takes(RowType type) {
        return type.subject != null;
    }

    @Override
    Map<String, Subject> present(RowType type, Collection<String> keys) {
        var ids = subjects.idsByKey(subjectType(type), keys);
        var byId = subjects.byId(ids.values());
        var present = new HashMap<String, Subject>();
        ids.forEach((key, id) -> present.put(key, Objects.requireNonNull(byId.get(id))));
        return present;
    }

    @Override
    String id(Subject present) {
        return present.id();
    }

    @Override
    long revision(Subject present) {
        return present.revision();
    }

    @Override
    List<String> onlyCreated() {
        return List.of("ownerId", "productId");
    }

    @Override
    void checkCreations(Actor actor, RowType type, List<CreateSubject> inputs, List<Problems> problems, Coming coming) {
        for (var i = 0; i < inputs.size(); i++) {
            var planned = subjects.check(actor, subjectType(type), inputs.get(i), problems.get(i), coming::has);
            coming.add(Coming.name(type.kind, planned.key()), planned);
        }
    }

    @Override
    void checkRevision(Actor actor, Row row, Subject present, ReviseSubject input, Problems problems, Coming coming) {
        var plan = subjects.plan(subjectType(row.type()), input, coming::has);
        if (plan.changesAnything()) {
            actor.mustOwn(present.ownerId());
            coming.add(present.id(), plan.after());
        }
    }

    @Override
    void checkRest(Subject present, Row row, Problems problems) {
        mustStay("ownerId", present.ownerId(), row, problems);
        mustStay("productId", present.productId(), row, problems);
    }

    @Override
    void create(Actor actor, RowType type, List<CreateSubject> inputs) {
        each(inputs, input -> subjects.create(actor, subjectType(type), input));
    }

    @Override
    boolean revise(Actor actor, RowType type, Subject present, ReviseSubject input, Row row) {
        if (!subjects.plan(subjectType(type), input).changesAnything()) {
            return false;
        }
        subjects.revise(actor, subjectType(type), input, RevisionListener.NONE);
        return true;
    }

    private static SubjectType subjectType(RowType type) {
        return Objects.requireNonNull(type.subject);
    }
}

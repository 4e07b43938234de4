package dev.claimgraph.fact;

import dev.claimgraph.catalog.OwnersChanged;
import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectFollower;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves facts, and whose they and the questions are, in the transaction that moves what they are about. */
@Component
class FactsFollowSubjects implements SubjectFollower {

    private final FactRepository facts;
    private final QuestionRepository questions;
    private final ChangeLog changes;

    FactsFollowSubjects(FactRepository facts, QuestionRepository questions, ChangeLog changes) {
        this.facts = facts;
        this.questions = questions;
        this.changes = changes;
    }

    @EventListener
    void on(OwnersChanged changed) {
        facts.followOwners(changed.subjectIds());
        questions.followOwners(changed.subjectIds());
    }

    @Override
    public Optional<Locked> lock(String subjectId, ReviseSubject input) {
        return facts.toRevise(subjectId, input)
                .map(found -> new Locked(found.subject(), (after, by) -> follow(found.facts(), after, by)));
    }

    private SortedMap<String, Map<String, Object>> follow(List<Fact> mayMove, Subject subject, Actor by) {
        var moved = new TreeMap<String, Map<String, Object>>();
        for (var fact : mayMove) {
            var state = FactState.of(fact, fact.content(), subject, subject.updatedAt(), by.id());
            if (state.differsFrom(fact)) {
                moved.put(fact.id(), state.properties());
                changes.record(
                        by,
                        "revise" + subject.typename(),
                        fact.id(),
                        fact.state(),
                        fact.in(state).state(),
                        List.of(subject.id()));
            }
        }
        return moved;
    }
}

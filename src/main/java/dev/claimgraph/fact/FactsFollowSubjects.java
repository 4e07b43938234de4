package dev.claimgraph.fact;

import dev.claimgraph.catalog.OwnersChanged;
import dev.claimgraph.catalog.SubjectRevised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves facts, and whose they and the questions are, in the transaction that moves what they are about. */
@Component
class FactsFollowSubjects {

    private final Facts facts;
    private final QuestionRepository questions;

    FactsFollowSubjects(Facts facts, QuestionRepository questions) {
        this.facts = facts;
        this.questions = questions;
    }

    @EventListener
    void on(SubjectRevised revised) {
        facts.follow(revised.after(), revised.by());
    }

    @EventListener
    void on(OwnersChanged changed) {
        facts.followOwners(changed.subjectIds());
        questions.followOwners(changed.subjectIds());
    }
}

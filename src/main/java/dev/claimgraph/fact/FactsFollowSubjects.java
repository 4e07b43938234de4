package dev.claimgraph.fact;

import dev.claimgraph.catalog.OwnersChanged;
import dev.claimgraph.catalog.SubjectRevised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves facts, and whose they are, in the transaction that moves what they are about. */
@Component
class FactsFollowSubjects {

    private final Facts facts;

    FactsFollowSubjects(Facts facts) {
        this.facts = facts;
    }

    @EventListener
    void on(SubjectRevised revised) {
        facts.follow(revised.after(), revised.by());
    }

    @EventListener
    void on(OwnersChanged changed) {
        facts.followOwners(changed.subjectIds());
    }
}

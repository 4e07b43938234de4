package dev.claimgraph.fact;

import dev.claimgraph.catalog.SubjectRevised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves facts in the transaction that revises what they are about. */
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
}

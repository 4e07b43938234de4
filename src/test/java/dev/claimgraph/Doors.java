package dev.claimgraph;

import dev.claimgraph.access.People;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.claim.Endings;
import dev.claimgraph.claim.PastClaims;
import dev.claimgraph.claim.Usages;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.review.Findings;
import dev.claimgraph.review.Reviews;
import dev.claimgraph.shared.Actor;
import org.springframework.boot.test.context.TestComponent;

/** The modules' doors, for tests that go through them without GraphQL. */
@TestComponent
public record Doors(
        Products products,
        Subjects subjects,
        Facts facts,
        Claims claims,
        PastClaims pastClaims,
        Endings endings,
        Reviews reviews,
        Findings findings,
        ClaimLists claimLists,
        Usages usages,
        People people,
        ChangeLog changes,
        TestClock clock) {

    /** The person behind a local account: {@code owner}, {@code marketer}, {@code approver}, {@code admin}. */
    public Actor actor(String account) {
        return people.actor(account).orElseThrow();
    }
}

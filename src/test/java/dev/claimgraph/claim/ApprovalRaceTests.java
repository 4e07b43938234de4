package dev.claimgraph.claim;

import static dev.claimgraph.Company.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.review.ReviewInputs.ApproveClaim;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim is approved while what it stands on moves: whatever comes first, it is not usable afterwards. */
@ClaimgraphTest
class ApprovalRaceTests {

    private static final int ROUNDS = 25;

    private final Company company;
    private String feature;
    private String fact;

    ApprovalRaceTests(Doors doors) {
        company = new Company(doors);
    }

    @BeforeEach
    void aVerifiedFact() {
        feature = company.feature(Map.of("size", number(50, "GB"))).id();
        fact = company.verify(company.fact(feature, List.of("size"), null)).id();
    }

    @Test
    void anApprovalThatRacesARevisionIsRefusedOrStandsUsableOnlyOnceThatIsReverted() {
        for (var round = 1; round <= ROUNDS; round++) {
            var claim = company.submitted(fact);
            var present = company.present(feature);
            var moved = Map.of("size", number(100 + round, "GB"));
            var refused =
                    race(() -> company.approve(claim.id()), () -> company.revise(company.owner, present, null, moved));
            assertThatClaim(claim).isEqualTo(refused.isEmpty() ? "APPROVED STALE false" : "IN_REVIEW STALE false");
            assertThat(refused).isSubsetOf(ProblemCode.NOT_VERIFIED);

            company.set(company.owner, feature, "size", number(50, "GB"));
            assertThatClaim(claim).isEqualTo(refused.isEmpty() ? "APPROVED CURRENT true" : "IN_REVIEW CURRENT false");
        }
    }

    @Test
    void anApprovalThatRacesANewStatementOfAFactIsRefusedOrHasToBeReaffirmed() {
        for (var round = 1; round <= ROUNDS; round++) {
            var claim = company.submitted(fact);
            var shown = new ApproveClaim(claim.id(), company.doors.claims().basis(claim));
            var basis = company.seen(fact).basis();
            var reworded = new VerifyFact(fact, basis, Decision.VERIFIED, null, null, "It is so, says " + round + ".");
            var refused = race(
                    () -> company.doors.reviews().approve(company.approver, shown),
                    () -> company.doors.facts().verify(company.owner, reworded));
            assertThatClaim(claim).isEqualTo(refused.isEmpty() ? "APPROVED STALE false" : "IN_REVIEW CURRENT false");
            assertThat(refused).isSubsetOf(ProblemCode.CONFLICT);
            if (refused.isEmpty()) {
                company.reaffirm(claim.id());
                assertThatClaim(claim).isEqualTo("APPROVED CURRENT true");
            }
        }
    }

    /** @return why the approval was refused */
    private static List<ProblemCode> race(Supplier<Claim> approval, Supplier<?> other) {
        return AtOnce.<List<ProblemCode>>all(List.of(() -> refused(approval), () -> {
                    other.get();
                    return List.of();
                }))
                .getFirst();
    }

    private static List<ProblemCode> refused(Supplier<Claim> approval) {
        return Refusal.catching(
                approval,
                (done, problems) -> problems.stream().map(Problem::code).toList());
    }

    private AbstractStringAssert<?> assertThatClaim(Claim claim) {
        var present = company.claim(claim.id());
        return assertThat(present.status() + " " + present.standing() + " " + present.usable());
    }
}

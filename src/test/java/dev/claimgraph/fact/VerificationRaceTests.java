package dev.claimgraph.fact;

import static dev.claimgraph.Company.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.history.Log;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.data.neo4j.core.Neo4jClient;

/** A fact is verified while what it is about is revised: never is it VERIFIED on a basis that nobody saw. */
@ClaimgraphTest
class VerificationRaceTests {

    private static final int ROUNDS = 25;

    private final Company company;
    private final Log log;
    private String feature;
    private String fact;

    VerificationRaceTests(Doors doors, Neo4jClient neo4j) {
        company = new Company(doors);
        log = new Log(neo4j);
    }

    @BeforeEach
    void aFact() {
        feature = company.feature(Map.of("size", number(50, "GB"), "seats", number(12, "seats")))
                .id();
        fact = company.fact(feature, List.of("size"), null).id();
    }

    @Test
    void whoeverSawTheFactBeforeIsRefusedOrLeavesItSuspect() {
        for (var round = 1; round <= ROUNDS; round++) {
            var seen = company.verify(company.seen(fact));
            var position = log.position();
            var refused = race(() -> company.verify(seen), "size", round);
            var after = company.seen(fact);
            assertThat(after.standing()).isEqualTo(FactStanding.SUSPECT);
            if (refused.isEmpty()) {
                assertThat(after.decisions()).isEqualTo(seen.decisions() + 1);
                assertThat(log.actionsAfter(position)).containsExactly("verifyFact", "reviseFeature", "reviseFeature");
            } else {
                assertThat(refused).containsExactly(ProblemCode.CONFLICT);
                assertThat(after.verification()).isEqualTo(seen.verification());
                assertThat(log.actionsAfter(position)).containsExactly("reviseFeature", "reviseFeature");
            }
        }
    }

    @Test
    void whoeverLooksWhileItHappensVerifiesWhatTheySawAndNothingElse() {
        for (var round = 1; round <= ROUNDS; round++) {
            var before = company.verify(company.seen(fact));
            var refused = race(() -> company.verify(company.seen(fact)), "size", round);
            var after = company.seen(fact);
            var sawTheRevision =
                    after.verification().revision().number() == after.subject().revision();
            assertThat(after.standing()).isEqualTo(sawTheRevision ? FactStanding.VERIFIED : FactStanding.SUSPECT);
            assertThat(after.decisions()).isEqualTo(before.decisions() + (refused.isEmpty() ? 1 : 0));
            assertThat(refused).isSubsetOf(ProblemCode.CONFLICT);
        }
    }

    @Test
    void whoeverSawTheFactBeforeIsNotDisturbedByARevisionThatMovesNothingOfIt() {
        for (var round = 1; round <= ROUNDS; round++) {
            var seen = company.seen(fact);
            assertThat(race(() -> company.verify(seen), "seats", round)).isEmpty();
            assertThat(company.seen(fact).standing()).isEqualTo(FactStanding.VERIFIED);
        }
    }

    @RepeatedTest(5)
    void ofTenVerifiersWhoSawTheSameTheFirstDecidesAndTheOthersLookAgain() {
        var seen = company.seen(fact);
        var refused = AtOnce.times(10, () -> refused(() -> company.verify(seen)));
        assertThat(refused).containsOnlyOnce(List.of()).containsOnly(List.of(), List.of(ProblemCode.CONFLICT));
        assertThat(company.seen(fact).decisions()).isEqualTo(1);
    }

    /** @return why the verification was refused */
    private List<ProblemCode> race(Supplier<Fact> verification, String attribute, int round) {
        var present = company.present(feature);
        var values = Map.of(attribute, number(100 + round, "GB"));
        return AtOnce.<List<ProblemCode>>all(List.of(() -> refused(verification), () -> {
                    company.revise(company.owner, present, null, values);
                    return List.of();
                }))
                .getFirst();
    }

    private static List<ProblemCode> refused(Supplier<Fact> verification) {
        return Refusal.catching(
                verification,
                (done, problems) -> problems.stream().map(Problem::code).toList());
    }
}

package dev.claimgraph.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.claim.ClaimStanding;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Reason;
import dev.claimgraph.shared.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever people do, in whatever order: the service says of each claim what the vocabulary says. */
@ClaimgraphTest
class StalenessTests {

    private static final int WALKS = Integer.getInteger("claimgraph.walks", 1_000);
    private static final long SEED = Long.getLong("claimgraph.seed", 1);

    private final Doors doors;

    StalenessTests(Doors doors) {
        this.doors = doors;
    }

    @Test
    void afterEveryStepEachClaimIsWhatThePlainModelSays() {
        var seen = new Walks(doors).take(WALKS, SEED);
        if (WALKS >= 1_000) {
            assertThat(seen.counts().keySet()).contains(whatWalksMustComeAcross());
        }
    }

    private static Object[] whatWalksMustComeAcross() {
        return Stream.of(
                        Stream.of(Reason.Code.values()),
                        Stream.of(ClaimStanding.values()),
                        Stream.of(ClaimStatus.values()),
                        Stream.of(
                                ProblemCode.CONFLICT,
                                ProblemCode.INVALID,
                                ProblemCode.UNKNOWN_ATTRIBUTE,
                                ProblemCode.OPERATOR_MISMATCH,
                                ProblemCode.UNIT_MISMATCH,
                                ProblemCode.CHECK_FAILS,
                                ProblemCode.NOT_VERIFIED,
                                ProblemCode.KIND_DEMAND,
                                ProblemCode.SAME_PERSON,
                                ProblemCode.OPEN_FINDING,
                                ProblemCode.WRONG_STATUS,
                                ProblemCode.CYCLE))
                .flatMap(codes -> codes)
                .toArray();
    }
}

package dev.claimgraph.review;

import static dev.claimgraph.ClaimAssert.assertThatClaim;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Doors;
import dev.claimgraph.Input;
import dev.claimgraph.World;
import dev.claimgraph.access.Owners;
import dev.claimgraph.claim.ClaimWrites;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.review.ReviewInputs.ApproveClaim;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An approval stamps the facts that it was judged on, not what somebody makes of them in the meantime. */
@ClaimgraphTest
class ApprovalOfWhatWasJudgedTests {

    private final ReviewRepository repository;
    private final ClaimWrites claims;
    private final Owners owners;
    private final Approvers approvers;
    private final ChangeLog changes;
    private final Doors doors;

    ApprovalOfWhatWasJudgedTests(
            ReviewRepository repository,
            ClaimWrites claims,
            Owners owners,
            Approvers approvers,
            ChangeLog changes,
            Doors doors) {
        this.repository = repository;
        this.claims = claims;
        this.owners = owners;
        this.approvers = approvers;
        this.changes = changes;
        this.doors = doors;
    }

    @Test
    void aFactThatIsRewordedBetweenTheLookAndTheStampLeavesTheClaimStale(@LocalServerPort int port) {
        var api = new Api(port);
        var world = new World(api);
        api.done(
                "marketer",
                Input.to("ReviseClaim")
                        .with("claimId", world.encryption)
                        .with("expectedRevision", 1)
                        .with("text", "New words."));
        api.done("marketer", Input.to("SubmitClaim").with("claimId", world.encryption));
        var rewording = world.verification(world.encrypted).with("statement", "Files are encrypted, but on Sundays.");
        var meanwhile = new Meanwhile(() -> api.done("owner", rewording));
        new Reviews(repository, claims, owners, approvers, changes, meanwhile)
                .approve(doors.actor("approver"), new ApproveClaim(world.encryption, null));
        assertThatClaim(world.trace(world.encryption)).isUnusableBecause("FACT_REWORDED");
    }

    /** A clock during whose first look somebody else does something. */
    private static final class Meanwhile extends Clock {

        private final Runnable deed;
        private final AtomicBoolean done = new AtomicBoolean();

        private Meanwhile(Runnable deed) {
            this.deed = deed;
        }

        @Override
        public Instant instant() {
            if (done.compareAndSet(false, true)) {
                CompletableFuture.runAsync(deed).join();
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

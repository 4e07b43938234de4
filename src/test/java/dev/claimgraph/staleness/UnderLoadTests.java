package dev.claimgraph.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.staleness.FrontEnd.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While many write, no answer begun after a revision was acknowledged shows a usable claim on a basis that it moved. */
@ClaimgraphTest
class UnderLoadTests {

    private static final long SEED = Long.getLong("claimgraph.seed", 1);
    private static final int OTHERS = 2;
    private static final int READERS = 2;
    private static final int LOOKS = 60;
    private static final int MOST_DEEDS = 100;

    private final Api api;
    private final Crowd crowd;
    private final List<String> features;
    private final CountDownLatch reading = new CountDownLatch(READERS);
    private int seeds;

    UnderLoadTests(Doors doors, @LocalServerPort int port) {
        api = new Api(port);
        crowd = new Crowd(new Company(doors));
        features = crowd.timelines.stream()
                .map(timeline -> crowd.company.present(timeline.feature).key())
                .toList();
    }

    @Test
    void whatIsShownAsUsableStandsOnWhatWasVerified() {
        assertAllClaimsAreUsable();
        var people = new ArrayList<Supplier<List<Shown>>>();
        crowd.timelines.forEach(own -> people.add(writer(random -> crowd.ownersDeed(own, random))));
        for (var i = 0; i < OTHERS; i++) {
            people.add(writer(crowd::othersDeed));
        }
        for (var i = 0; i < READERS; i++) {
            people.add(reader());
        }
        assertThat(AtOnce.all(people))
                .flatExtracting(shown -> shown)
                .allMatch(shown -> shown.claim().canBeUsable(shown.time()));
        crowd.timelines.forEach(this::assertPresent);
        crowd.timelines.forEach(crowd::verify);
        crowd.claims.forEach(crowd::reaffirm);
        assertAllClaimsAreUsable();
    }

    private void assertPresent(Timeline timeline) {
        assertThat(crowd.company.seen(timeline.fact).standing().name())
                .isEqualTo(timeline.presentSize() == timeline.verifiedSize() ? "VERIFIED" : "SUSPECT");
    }

    private void assertAllClaimsAreUsable() {
        assertThat(new FrontEnd(api, crowd.claims, features).listed()).isEqualTo(crowd.claims);
    }

    private Supplier<List<Shown>> writer(Consumer<Random> deed) {
        var random = random();
        return () -> {
            for (var i = 0; i < MOST_DEEDS && reading.getCount() > 0; i++) {
                deed.accept(random);
            }
            return List.of();
        };
    }

    private Supplier<List<Shown>> reader() {
        var random = random();
        return () -> {
            try {
                var frontEnd = new FrontEnd(api, crowd.claims, features);
                for (var i = 0; i < LOOKS; i++) {
                    frontEnd.look(random);
                }
                return frontEnd.shown();
            } finally {
                reading.countDown();
            }
        };
    }

    private Random random() {
        return new Random(SEED * 1_000 + seeds++);
    }
}

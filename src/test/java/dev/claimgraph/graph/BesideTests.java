package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.claimgraph.shared.BadArgument;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Bookmark;

class BesideTests {

    private final Beside beside = new Beside(Executors.newVirtualThreadPerTaskExecutor());
    private final Seen.Carried seen = new Seen.Carried();

    @AfterEach
    void close() {
        seen.setValue();
        beside.close();
    }

    @Test
    void whatIsReadBesideARequestIsReadAtWhatTheRequestHasSeen() {
        var written = Set.of(Bookmark.from("written before"));
        seen.setValue(new Seen(written));
        assertThat(beside.begin(Seen::before).get()).isEqualTo(written);
        seen.setValue();
        assertThat(beside.begin(Seen::before).get()).isEmpty();
    }

    @Test
    void whoWaitsForItGetsItsErrors() {
        var reading = beside.begin(() -> {
            throw new BadArgument("text is blank.");
        });
        assertThatThrownBy(reading::get).isInstanceOf(BadArgument.class).hasMessage("text is blank.");
    }
}

package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.search.Messaging.FoundClaim;
import dev.claimgraph.search.Ranking.Ranked;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a claim stands in what was found, a page can begin. */
class RankingTests {

    @Test
    void whatFurtherLooksFindHasPlacesOfItsOwnBehindAllOthers() {
        var claim = new Ranked("claim", null, 0.001);
        var places = IntStream.range(0, 5_000)
                .mapToObj(others -> FoundClaim.place(claim.behind(others).score()))
                .toList();
        assertThat(places).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(places.getFirst()).isLessThan(FoundClaim.place(claim.score()));
        assertThat(places.getLast()).isGreaterThan(FoundClaim.place(0));
    }
}

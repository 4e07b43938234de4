package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnnamedTests {

    private final Unnamed names =
            Unnamed.of(List.of("Averley Drawings", "Averley Site", "Draftkeep", "C++ (Pro)", "The Register"));

    @ParameterizedTest
    @CsvSource({
        "Averley Drawings opens it in four seconds., It opens it in four seconds.",
        "Draftkeep's viewer is slower than Averley's., It's viewer is slower than It's.",
        "It runs with C++ (Pro)., It runs with It.",
        "The drawings of the site are here., The drawings of the site are here.",
        "The plan is in The Register., The plan is in It.",
        "Draftkeepers wanted., Draftkeepers wanted."
    })
    void leavesOutWhatProductsAndCompetitorsAreCalled(String text, String unnamed) {
        assertThat(names.without(text)).isEqualTo(unnamed);
        assertThat(names.isIn(text)).isEqualTo(!text.equals(unnamed));
    }

    @Test
    void leavesAllWhereNothingHasAName() {
        assertThat(Unnamed.of(List.of()).without("Averley Drawings opens it.")).isEqualTo("Averley Drawings opens it.");
    }
}

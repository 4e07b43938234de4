package dev.claimgraph.catalog;

import static dev.claimgraph.catalog.SomeValues.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How versions are ordered, and which are one. */
class VersionTests {

    private static final List<String> IN_ORDER = List.of(
            "0.9",
            "1.0-1",
            "1.0-2",
            "1.0-10",
            "1.0-alpha",
            "1.0-alpha.1",
            "1.0-alpha.beta",
            "1.0-beta",
            "1.0",
            "1.0.1",
            "1.2",
            "1.9.3-rc1",
            "1.9.3",
            "1.10",
            "1.10.a",
            "2-rc",
            "2",
            "10",
            "2026.08.1",
            "v1");

    @Test
    void versionsAreOrderedBySegmentsAndAPreReleaseComesBeforeItsRelease() {
        var versions = new ArrayList<>(IN_ORDER.reversed());
        versions.sort((one, other) ->
                value("version", one).compare(value("version", other)).orElseThrow());
        assertThat(versions).isEqualTo(IN_ORDER);
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0.0", "1, 1.0", "1.01, 1.1", "01.0, 1", "0, 0.0.0", "1.0-rc1, 1-rc1", "2026.08, 2026.8.0"})
    void zerosAtTheEndAndBeforeANumberDoNotCount(String one, String other) {
        assertThat(value("version", one).fingerprint())
                .isEqualTo(value("version", other).fingerprint());
        assertThat(value("version", one).compare(value("version", other))).hasValue(0);
    }
}

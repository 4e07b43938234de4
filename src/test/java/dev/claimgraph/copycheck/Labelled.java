package dev.claimgraph.copycheck;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A piece of copy, and what has to be said of it. */
record Labelled(
        String text,
        String kind,
        String half,
        @Nullable Boolean hard,
        @Nullable List<Expected> expected) {

    static List<Labelled> read(String file) throws IOException {
        return List.of(read(file, Labelled[].class));
    }

    static <T> T read(String file, Class<T> type) throws IOException {
        try (var stream = new ClassPathResource(file).getInputStream()) {
            return new YAMLMapper().readValue(stream, type);
        }
    }

    List<Expected> findings() {
        return Objects.requireNonNullElse(expected, List.of());
    }

    /** Whether nothing is wrong with it. */
    boolean isClean() {
        return findings().stream().allMatch(finding -> finding.code() == CheckCode.APPROVED);
    }

    record Expected(CheckCode code, @Nullable String claim) {}
}

package dev.claimgraph.copycheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A piece of copy, and what has to be said of it. */
record Labelled(
        String text,
        String kind,
        @Nullable Boolean hard,
        @Nullable List<Expected> expected) {

    /** All pieces of a folder: {@code development}, to make the rules on, or {@code evaluation}, to measure them by. */
    static List<Labelled> all(String folder) throws IOException {
        var pieces = new ArrayList<Labelled>();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("copycheck/%s/*.yaml".formatted(folder))) {
            pieces.addAll(List.of(read("copycheck/%s/%s".formatted(folder, file.getFilename()), Labelled[].class)));
        }
        return pieces;
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

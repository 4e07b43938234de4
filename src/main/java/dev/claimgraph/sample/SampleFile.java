package dev.claimgraph.sample;

import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The entries of one sample file, in order: what they say is checked by the doors alone. */
record SampleFile<E extends SampleEntry>(String path, List<E> entries) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws SampleUnusable for an entry that has not the form of its kind */
    static <E extends SampleEntry> SampleFile<E> read(String path, Class<E> type) {
        try (var content = new ClassPathResource(path).getInputStream()) {
            var list = YAML.getTypeFactory().constructCollectionType(List.class, type);
            return new SampleFile<>(path, YAML.readValue(content, list));
        } catch (JacksonException e) {
            throw new SampleUnusable(path, place(e), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JacksonException e) {
        return e.getPath().isEmpty()
                ? "line " + e.getLocation().getLineNr()
                : "entry " + (e.getPath().getFirst().getIndex() + 1);
    }

    int size() {
        return entries.size();
    }

    /** @throws SampleUnusable for the first entry that a door refuses */
    void each(Consumer<E> write) {
        for (var entry : entries) {
            try {
                write.accept(entry);
            } catch (Refusal refusal) {
                var problems = refusal.problems().stream().map(SampleFile::said).collect(Collectors.joining(" "));
                throw refused(entry, problems);
            } catch (Forbidden forbidden) {
                throw refused(entry, "This is not for whoever writes it.");
            }
        }
    }

    private SampleUnusable refused(E entry, String why) {
        return new SampleUnusable(path, entry.key(), why);
    }

    private static String said(Problem problem) {
        return problem.path().isEmpty()
                ? problem.message()
                : "%s: %s".formatted(String.join(".", problem.path()), problem.message());
    }
}

package dev.claimgraph.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows of which each line is a JSON object. Empty lines say nothing. */
final class JsonRows extends RowReader {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final BufferedReader lines;
    private long line;

    JsonRows(BufferedReader lines, Report report) {
        super(report);
        this.lines = lines;
    }

    @Override
    @Nullable
    Row next() throws IOException {
        for (var text = nextLine(); text != null; text = nextLine()) {
            var row = text.isBlank() ? null : read(text);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable Row read(String text) {
        if (text.stripLeading().startsWith("[")) {
            refuse(
                    line,
                    "This is a list; put each of its objects on a line of its own, without the brackets around them.");
            return null;
        }
        try {
            var fields = JSON.readValue(text, OBJECT);
            if (fields != null) {
                return row(line, new HashMap<>(fields));
            }
            refuse(line, "This is not one JSON object.");
            return null;
        } catch (JacksonException unreadable) {
            refuse(line, "This is not one JSON object: %s".formatted(why(unreadable)));
            return null;
        }
    }

    /** Without what the parser says of itself. */
    static String why(JacksonException unreadable) {
        return unreadable
                .getOriginalMessage()
                .replaceFirst(" ?\\(start marker.*", "")
                .strip();
    }

    private @Nullable String nextLine() throws IOException {
        line++;
        return lines.readLine();
    }
}

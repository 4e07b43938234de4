package dev.claimgraph.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** The beginning of what an endpoint answered, which tells a person more than its status does. */
final class Excerpt {

    private static final int MOST_BYTES = 1024;

    private Excerpt() {}

    /** What can be printed, on one line. Null for nothing. */
    static @Nullable String of(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return null;
        }
        var text = new String(entity.getContent().readNBytes(MOST_BYTES), UTF_8);
        var line = text.replaceAll("[\\p{C}\\p{Z}\uFFFD]+", " ").strip();
        return line.isEmpty() ? null : line;
    }
}

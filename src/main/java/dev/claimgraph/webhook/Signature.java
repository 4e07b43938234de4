package dev.claimgraph.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What tells an endpoint that a message is ours, not altered, and how old: the three headers of Standard Webhooks. With several
 * secrets, any one of them verifies it, so that one can take the place of another while both are known.
 */
final class Signature {

    private static final String SCHEME = "v1,";

    private Signature() {}

    /** @param id the same for every attempt at one message; without a full stop, which divides what is signed */
    static Map<String, String> headers(String id, Instant attemptedAt, byte[] body, List<Secret> secrets) {
        if (id.contains(".")) {
            throw new IllegalArgumentException("The id %s has a full stop.".formatted(id));
        }
        var timestamp = Long.toString(attemptedAt.getEpochSecond());
        var content = content(id + "." + timestamp + ".", body);
        var signatures = secrets.stream()
                .map(secret -> SCHEME + Base64.getEncoder().encodeToString(secret.sign(content)))
                .collect(Collectors.joining(" "));
        return Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signatures);
    }

    private static byte[] content(String prefix, byte[] body) {
        var head = prefix.getBytes(UTF_8);
        var content = new byte[head.length + body.length];
        System.arraycopy(head, 0, content, 0, head.length);
        System.arraycopy(body, 0, content, head.length, body.length);
        return content;
    }
}

package dev.claimgraph.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of canonical content: equal content, equal fingerprint. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Over the parts in their order; each is told apart by its length, and null from the empty text. */
    public static String of(@Nullable String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(Iterable<? extends @Nullable String> parts) {
        var list = new ArrayList<@Nullable String>();
        parts.forEach(list::add);
        return of(list.toArray(new @Nullable String[0]));
    }

    /** The SHA-256 of a text in UTF-8, as anybody's tool gives it. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** For what is too large to be a text. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.claimgraph.webhook;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an endpoint knows our messages by, as Standard Webhooks writes it: {@code whsec_} and 24 to 64 random bytes in Base64. */
final class Secret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int NEW_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    static Secret next() {
        var key = new byte[NEW_BYTES];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    /** The one that {@link #reveal} gave. @throws IllegalArgumentException for anything else, which it does not repeat */
    static Secret of(String revealed) {
        var key = revealed.startsWith(PREFIX) ? decoded(revealed.substring(PREFIX.length())) : new byte[0];
        if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "A secret is whsec_ and from %d to %d bytes in Base64.".formatted(FEWEST_BYTES, MOST_BYTES));
        }
        return new Secret(key);
    }

    String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    byte[] sign(byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}

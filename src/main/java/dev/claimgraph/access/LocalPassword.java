package dev.claimgraph.access;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** The local accounts' password: one of the operator's own as soon as others can reach the service. */
@Component
@NoProvider
class LocalPassword {

    private static final String DEFAULT = "claimgraph";
    private static final int MOST_BYTES = 72; // bcrypt takes no more

    private final String value;

    LocalPassword(@Value("${claimgraph.password:" + DEFAULT + "}") String value, ServerProperties server) {
        if (value.isBlank() || value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Unusable("CLAIMGRAPH_PASSWORD must have from 1 to %d bytes: set another.".formatted(MOST_BYTES));
        }
        var address = server.getAddress();
        if (value.equals(DEFAULT) && (address == null || !address.isLoopbackAddress())) {
            throw new Unusable("The default password is for this machine alone: "
                    + "set CLAIMGRAPH_PASSWORD to one of your own, or server.address to 127.0.0.1.");
        }
        this.value = value;
    }

    String value() {
        return value;
    }

    /** Why the service does not start with this password: one sentence that says what to do. */
    static class Unusable extends RuntimeException {

        Unusable(String sentence) {
            super(sentence);
        }
    }
}

package dev.claimgraph.review;

import dev.claimgraph.claim.ClaimKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many people have to approve a claim.
 *
 * @param approvers by kind, as {@code claimgraph.approvers.COMPARATIVE=2}; one where it names none
 */
@ConfigurationProperties("claimgraph")
record Approvers(@Nullable Map<ClaimKind, Integer> approvers) {

    private static final int MOST = 10;

    Approvers {
        if (approvers != null) {
            approvers.forEach((kind, number) -> {
                if (number < 1 || number > MOST) {
                    throw new IllegalArgumentException(
                            "claimgraph.approvers.%s is %d; it has to be 1 to %d.".formatted(kind, number, MOST));
                }
            });
        }
    }

    int of(ClaimKind kind) {
        return approvers == null ? 1 : approvers.getOrDefault(kind, 1);
    }
}

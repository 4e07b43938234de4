package dev.claimgraph;

import java.util.ArrayList;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/** What a test says of a claim, by its trace. */
public final class ClaimAssert extends AbstractAssert<ClaimAssert, JsonNode> {

    private ClaimAssert(JsonNode trace) {
        super(trace, ClaimAssert.class);
    }

    public static ClaimAssert assertThatClaim(JsonNode trace) {
        return new ClaimAssert(trace);
    }

    public ClaimAssert isUsable() {
        if (!actual.get("usable").asBoolean() || !actual.get("reasons").isEmpty()) {
            failWithMessage("Expected %s to be usable, but: %s", actual.get("text"), actual.get("reasons"));
        }
        return this;
    }

    public ClaimAssert is(String standing) {
        if (!actual.get("standing").asString().equals(standing)) {
            failWithMessage("Expected %s to be %s, but it is %s", actual.get("text"), standing, actual.get("standing"));
        }
        return this;
    }

    /** @param reasons each its code and what moved, where something did: {@code "FACT_SUSPECT encrypted"} */
    public ClaimAssert isUnusableBecause(String... reasons) {
        var found = new ArrayList<String>();
        actual.get("reasons").forEach(reason -> {
            var attribute = reason.get("attribute");
            found.add(reason.get("code").asString() + (attribute.isNull() ? "" : " " + attribute.asString()));
        });
        Assertions.assertThat(found).containsExactlyInAnyOrder(reasons);
        if (actual.get("usable").asBoolean()) {
            failWithMessage("Expected %s not to be usable", actual.get("text"));
        }
        return this;
    }
}

package dev.claimgraph.exchange;

import dev.claimgraph.claim.PastClaims;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.history.Past;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Makes evidence packs. */
@Controller
class EvidencePackController {

    private final PastClaims claims;
    private final Facts facts;
    private final Past past;

    EvidencePackController(PastClaims claims, Facts facts, Past past) {
        this.claims = claims;
        this.facts = facts;
        this.past = past;
    }

    @QueryMapping
    @Nullable
    EvidencePack evidencePack(@Argument String claimId, @Argument @Nullable Instant asOf) {
        var moment = Objects.requireNonNullElseGet(asOf, past::now);
        return claims.asOf(moment, claimId)
                .map(claim -> EvidencePack.of(claim, facts.verifications(claim.facts()), moment))
                .orElse(null);
    }
}

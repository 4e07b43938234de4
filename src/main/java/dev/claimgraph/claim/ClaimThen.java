package dev.claimgraph.claim;

import dev.claimgraph.fact.FactThen;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A claim as some past state of the log has it; what it was worth depends on when one looks. */
public final class ClaimThen {

    private final LoggedClaim logged;
    private final List<FactThen> facts;

    private ClaimThen(LoggedClaim logged, List<FactThen> facts) {
        this.logged = logged;
        this.facts = facts;
    }

    static Map<String, ClaimThen> of(Map<String, LoggedClaim> logged, Map<String, FactThen> facts) {
        var then = new HashMap<String, ClaimThen>();
        logged.forEach((id, claim) -> then.put(
                id,
                new ClaimThen(
                        claim,
                        claim.content().factIds().stream()
                                .map(facts::get)
                                .filter(Objects::nonNull)
                                .toList())));
        return then;
    }

    public @Nullable String key() {
        return logged.key();
    }

    public String text() {
        return logged.content().text();
    }

    public Worth at(Instant moment) {
        var links = facts.stream()
                .map(fact -> fact.at(moment))
                .map(fact -> Link.of(logged.stamps().get(fact.id()), fact))
                .toList();
        var derivation = Derivation.of(logged.status(), logged.written(), logged.content(), links, moment);
        return new Worth(logged.status(), derivation.standing(), derivation.reasons());
    }

    /** The moments after one and up to another at which time alone may change what it is worth, the first one first. */
    public List<Instant> moments(Instant after, Instant upTo) {
        var ends = facts.stream().map(FactThen::lapsesAt).flatMap(Optional::stream);
        return Stream.concat(ends, Stream.ofNullable(logged.content().expiresAt()))
                .filter(moment -> moment.isAfter(after) && !moment.isAfter(upTo))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What a claim was worth.
     *
     * @param reasons why it was not usable; empty where it was
     */
    public record Worth(ClaimStatus status, ClaimStanding standing, List<Reason> reasons) {

        public boolean usable() {
            return status == ClaimStatus.APPROVED && standing == ClaimStanding.CURRENT;
        }

        /** Whether people would notice: the standing or the usability is another. */
        public boolean differsFrom(Worth other) {
            return standing != other.standing || usable() != other.usable();
        }
    }
}

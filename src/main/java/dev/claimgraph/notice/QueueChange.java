package dev.claimgraph.notice;

import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.shared.Actor;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What owners are told of what waits for them: a fact whose standing changed, a question, or that something changed hands.
 *
 * @param ownerIds who are told
 * @param from the fact's standing before; null where it was just recorded, and for anything else
 * @param to the fact's standing; null for anything else
 */
record QueueChange(
        Notice notice,
        Set<String> ownerIds,
        @Nullable FactStanding from,
        @Nullable FactStanding to) implements Told {

    /** Null for what waits for no owner. */
    static @Nullable QueueChange of(Notice notice) {
        return switch (notice.kind()) {
            case FACT_STANDING -> {
                var fact = notice.data(FactMoved.class);
                yield new QueueChange(notice, owners(fact.ownerId()), fact.from(), fact.to());
            }
            case QUESTION ->
                new QueueChange(notice, owners(notice.data(QuestionMoved.class).ownerId()), null, null);
            case OWNER -> {
                var moved = notice.data(OwnerMoved.class);
                yield new QueueChange(notice, owners(moved.from(), moved.to()), null, null);
            }
            case CLAIM_STANDING, REVIEW -> null;
        };
    }

    boolean isFor(Actor owner) {
        return owner.answersFor().stream().anyMatch(ownerIds::contains);
    }

    private static Set<String> owners(@Nullable String... ids) {
        return Stream.of(ids).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}

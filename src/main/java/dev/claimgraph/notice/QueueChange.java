package dev.claimgraph.notice;

import dev.claimgraph.fact.FactStanding;
import org.jspecify.annotations.Nullable;

/**
 * What an owner is told of what waits for them: a fact whose standing changed, or a question.
 *
 * @param ownerId who answers for it; null where nobody is known to
 * @param from the fact's standing before; null where it was just recorded, and for a question
 * @param to the fact's standing; null for a question
 */
record QueueChange(
        Notice notice,
        @Nullable String ownerId,
        @Nullable FactStanding from,
        @Nullable FactStanding to) implements Told {

    /** Null for what waits for no owner. */
    static @Nullable QueueChange of(Notice notice) {
        return switch (notice.kind()) {
            case FACT_STANDING -> {
                var fact = notice.data(FactMoved.class);
                yield new QueueChange(notice, fact.ownerId(), fact.from(), fact.to());
            }
            case QUESTION ->
                new QueueChange(notice, notice.data(QuestionMoved.class).ownerId(), null, null);
            case CLAIM_STANDING, REVIEW -> null;
        };
    }
}

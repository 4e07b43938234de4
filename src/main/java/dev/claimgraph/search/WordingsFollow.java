package dev.claimgraph.search;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.SubjectWorded;
import dev.claimgraph.claim.ClaimWorded;
import dev.claimgraph.fact.FactWorded;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what claims are found by as they, their facts and what these are about are worded, in the transaction that words them. */
@Component
class WordingsFollow {

    private final WordingRepository wordings;
    private final Meaning meaning;

    WordingsFollow(WordingRepository wordings, Meaning meaning) {
        this.wordings = wordings;
        this.meaning = meaning;
    }

    @EventListener
    void on(ClaimWorded worded) {
        var said = Wording.of(worded.claim());
        wordings.replaceOfClaim(worded.claim().id(), said, meaning.model(), vectors(said));
    }

    @EventListener
    void on(FactWorded worded) {
        var said = Wording.of(worded.fact());
        wordings.replaceOfFact(worded.fact().id(), said, meaning.model(), vectors(said));
    }

    @EventListener
    void on(SubjectWorded worded) {
        var said = Wording.of(worded.subject());
        wordings.replaceOfSubject(worded.subject().id(), said, meaning.model(), vectors(said));
        if (worded.subject().type() == SubjectType.MARKET_PROBLEM) {
            wordings.rename(worded.subject().id());
        }
    }

    private Map<String, float[]> vectors(List<Wording> said) {
        return meaning.of(said.stream()
                .filter(wording -> wording.kind().embedded)
                .map(Wording::text)
                .toList());
    }
}

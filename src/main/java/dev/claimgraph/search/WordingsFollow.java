package dev.claimgraph.search;

import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.SubjectWorded;
import dev.claimgraph.claim.ClaimsWorded;
import dev.claimgraph.fact.FactsWorded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what claims are found by as they, their facts and what these are about are worded, in the transaction that words them. */
@Component
class WordingsFollow {

    /** What is worded together in larger numbers is embedded behind the write. */
    private static final int MOST_AT_ONCE = 100;

    private final WordingRepository wordings;
    private final Meaning meaning;
    private final ApplicationEventPublisher events;

    WordingsFollow(WordingRepository wordings, Meaning meaning, ApplicationEventPublisher events) {
        this.wordings = wordings;
        this.meaning = meaning;
        this.events = events;
    }

    @EventListener
    void on(ClaimsWorded worded) {
        var said = new LinkedHashMap<String, List<Wording>>();
        worded.claims().forEach(claim -> said.put(claim.id(), Wording.of(claim)));
        wordings.replaceOfClaims(said, meaning.model(), vectors(said));
    }

    @EventListener
    void on(FactsWorded worded) {
        var said = new LinkedHashMap<String, List<Wording>>();
        worded.facts().forEach(fact -> said.put(fact.id(), Wording.of(fact)));
        wordings.replaceOfFacts(said, meaning.model(), vectors(said));
    }

    @EventListener
    void on(SubjectWorded worded) {
        var said = Map.of(worded.subject().id(), Wording.of(worded.subject()));
        wordings.replaceOfSubjects(said, meaning.model(), vectors(said));
        if (worded.subject().type() == SubjectType.MARKET_PROBLEM) {
            wordings.rename(worded.subject().id(), worded.subject().name());
            events.publishEvent(new WordingsBehind());
        }
    }

    private Map<String, float[]> vectors(Map<String, List<Wording>> said) {
        var texts = said.values().stream()
                .flatMap(List::stream)
                .filter(wording -> wording.kind().embedded)
                .map(Wording::text)
                .toList();
        if (texts.size() <= MOST_AT_ONCE) {
            return meaning.of(texts);
        }
        events.publishEvent(new WordingsBehind());
        return Map.of();
    }
}

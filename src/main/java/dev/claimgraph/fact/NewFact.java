package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A fact that is not there yet, as it was read. */
record NewFact(RecordFact input, Subject subject, FactContent content, List<Evidence> evidence) {

    static final int MOST_EVIDENCE = 100;

    /**
     * @param taken the keys that facts have
     * @param about by what stands in its id's place, the subjects that there will be
     * @return none where the subject is not among these; a problem says so, as of anything else
     */
    static Optional<NewFact> read(RecordFact input, Set<String> taken, Map<String, Subject> about, Problems problems) {
        if (input.key() != null) {
            problems.key(input.key(), "key");
        }
        if (input.key() != null && taken.contains(input.key())) {
            problems.add(ProblemCode.KEY_TAKEN, "A fact with key %s exists.".formatted(input.key()), "key");
        }
        var subject = about.get(String.valueOf(input.subjectId()));
        if (subject == null) {
            var message = "There is no subject %s.".formatted(input.subjectId());
            problems.add(ProblemCode.NOT_FOUND, message, "subjectId");
            return Optional.empty();
        }
        var content = input.content(subject, problems);
        return Optional.of(new NewFact(input, subject, content, input.evidence(MOST_EVIDENCE, problems)));
    }

    FactWrite write(Actor actor, Instant now) {
        return new FactWrite(content, properties(actor, now), evidence, 0, List.of());
    }

    private Map<String, Object> properties(Actor actor, Instant now) {
        var properties = FactState.recorded(content, subject, now, actor.id()).properties();
        properties.put("id", Id.next("fact"));
        properties.put("key", input.key());
        properties.put("kind", input.kind().name());
        properties.put("subjectId", subject.id());
        properties.put("subjectType", subject.typename());
        properties.put("ownerId", subject.ownerId());
        properties.put("liveUsages", 0);
        properties.put("revision", 1);
        properties.put("decisions", 0);
        properties.put("recordedAt", FactRepository.time(now));
        properties.put("recordedBy", actor.id());
        properties.put("revisedAt", FactRepository.time(now));
        properties.put("revisedBy", actor.id());
        return properties;
    }
}

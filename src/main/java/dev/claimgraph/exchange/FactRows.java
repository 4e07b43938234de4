package dev.claimgraph.exchange;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.Evidence;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactInputs.AddEvidence;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.fact.FactInputs.ReviseFact;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Rows of facts; they arrive UNVERIFIED unless an admin attests them. Evidence that a fact has already is not added again. */
@Component
class FactRows extends KeyedRows<Fact, RecordFact, ReviseFact> {

    private final Binding binding;
    private final Facts facts;
    private final Subjects subjects;

    FactRows(Binding binding, Facts facts, Subjects subjects) {
        super(binding, RecordFact.class, ReviseFact.class);
        this.binding = binding;
        this.facts = facts;
        this.subjects = subjects;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.FACT;
    }

    @Override
    Map<String, Fact> present(RowType type, Collection<String> keys) {
        return facts.byKeys(keys);
    }

    @Override
    String id(Fact present) {
        return present.id();
    }

    @Override
    long revision(Fact present) {
        return present.revision();
    }

    @Override
    List<String> onlyCreated() {
        return List.of("subjectId", "kind", "evidence");
    }

    @Override
    void checkCreations(Actor actor, RowType type, List<RecordFact> inputs, List<Problems> problems, Coming coming) {
        var named = inputs.stream()
                .map(RecordFact::subjectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var about = new HashMap<>(subjects.byId(named));
        named.forEach(name -> coming.subject(name).ifPresent(subject -> about.put(name, subject)));
        facts.check(inputs, about, problems);
    }

    @Override
    void checkRevision(Actor actor, RowType type, Fact present, ReviseFact input, Problems problems, Coming coming) {
        var subject = coming.subject(present.subjectId()).orElseGet(() -> subject(present));
        if (Facts.changes(present, input, subject)) {
            actor.mustOwn(subject.ownerId());
            Facts.check(present, input, subject, problems);
        }
    }

    @Override
    void checkRest(Fact present, Row row, Problems problems) {
        var kind = row.fields().get("kind");
        if (kind != null && !present.kind().name().equals(kind)) {
            var message = "The fact is a %s, which stays; record another.".formatted(present.kind());
            problems.add(ProblemCode.INVALID, message, "kind");
        }
        var subjectId = row.fields().get("subjectId");
        if (subjectId != null && !present.subjectId().equals(subjectId)) {
            problems.add(ProblemCode.INVALID, "The fact is about another subject; record another fact.", "subjectId");
        }
        more(present, row, problems);
    }

    @Override
    void create(Actor actor, RowType type, List<RecordFact> inputs) {
        facts.record(actor, inputs);
    }

    @Override
    boolean revise(Actor actor, RowType type, Fact present, ReviseFact input, Row row) {
        var isReworded = Facts.changes(present, input, subject(present));
        if (isReworded) {
            facts.revise(actor, input);
        }
        var more = more(present, row, new Problems());
        more.forEach(piece -> facts.addEvidence(actor, new AddEvidence(present.id(), piece.input())));
        return isReworded || !more.isEmpty();
    }

    /** What somebody disputes, nobody settles in passing. */
    @Override
    void attest(Actor actor, Fact present) {
        if (present.standing() != FactStanding.VERIFIED && present.standing() != FactStanding.DISPUTED) {
            facts.verify(
                    actor,
                    new VerifyFact(present.id(), present.basis(), Decision.VERIFIED, Imports.ATTESTED, null, null));
        }
    }

    /** The evidence that a row has and the fact has not; what is wrong with it is noted. */
    private List<Evidence> more(Fact present, Row row, Problems problems) {
        if (!row.fields().containsKey("evidence")) {
            return List.of();
        }
        var fields = new HashMap<String, Object>();
        fields.put("subjectId", present.subjectId());
        fields.put("statement", present.statement());
        fields.put("kind", present.kind().name());
        fields.put("evidence", row.fields().get("evidence"));
        var given = binding.bind(fields, row.type().creation, RecordFact.class, problems);
        if (given == null) {
            return List.of();
        }
        var evidence = Objects.requireNonNullElse(given.evidence(), List.<Evidence.EvidenceInput>of());
        return evidence.stream()
                .map(piece -> Evidence.read(piece, problems, "evidence"))
                .filter(piece -> !present.evidence().contains(piece))
                .toList();
    }

    private Subject subject(Fact fact) {
        return Objects.requireNonNull(subjects.byId(List.of(fact.subjectId())).get(fact.subjectId()));
    }
}

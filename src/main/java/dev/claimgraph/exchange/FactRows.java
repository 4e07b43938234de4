package dev.claimgraph.exchange;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.Evidence;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactInputs.AddEvidence;
import dev.claimgraph.fact.FactInputs.Elsewhere;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.fact.FactInputs.RetractFact;
import dev.claimgraph.fact.FactInputs.ReviseFact;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.fact.FactStanding;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of facts; they arrive UNVERIFIED unless an admin attests them. Evidence that a fact has already is not added again. */
@Component
class FactRows extends KeyedRows<FactRows.Known, RecordFact, ReviseFact> {

    private static final Set<FactStanding> SETTLED = Set.of(FactStanding.VERIFIED, FactStanding.DISPUTED);

    private final Binding binding;
    private final Facts facts;
    private final Subjects subjects;
    private final Clock clock;

    FactRows(Binding binding, Facts facts, Subjects subjects, Clock clock) {
        super(binding, RecordFact.class, ReviseFact.class);
        this.binding = binding;
        this.facts = facts;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.FACT;
    }

    @Override
    Map<String, Known> present(RowType type, Collection<String> keys) {
        var found = new HashMap<>(facts.byKeys(keys));
        var others = References.ids(keys, found.keySet());
        facts.byId(others).values().stream()
                .filter(fact -> fact.key() == null)
                .forEach(fact -> found.put(fact.id(), fact));
        var about = subjects.byId(
                found.values().stream().map(Fact::subjectId).distinct().toList());
        var known = new HashMap<String, Known>();
        found.forEach((key, fact) ->
                known.put(key, new Known(fact, Objects.requireNonNull(about.get(fact.subjectId())))));
        return known;
    }

    @Override
    String id(Known present) {
        return present.fact().id();
    }

    @Override
    long revision(Known present) {
        return present.fact().revision();
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
    void checkRevision(Actor actor, Row row, Known present, ReviseFact input, Problems problems, Coming coming) {
        var fact = present.fact();
        var subject = coming.subject(fact.subjectId()).orElse(present.subject());
        var more = more(fact, row, new Problems());
        if (!more.isEmpty()) {
            actor.mustOwn(present.subject().ownerId());
            Facts.checkEvidence(fact, more.size(), problems);
        }
        if (Facts.changes(fact, input, subject)) {
            actor.mustOwn(subject.ownerId());
            Facts.check(fact, input, subject, problems);
        }
    }

    @Override
    void checkRest(Known present, Row row, Problems problems) {
        var fact = present.fact();
        var kind = row.fields().get("kind");
        if (kind != null && !fact.kind().name().equals(kind)) {
            var message = "The fact is a %s, which stays; record another.".formatted(fact.kind());
            problems.add(ProblemCode.INVALID, message, "kind");
        }
        var subjectId = row.fields().get("subjectId");
        if (subjectId != null && !fact.subjectId().equals(subjectId)) {
            problems.add(ProblemCode.INVALID, "The fact is about another subject; record another fact.", "subjectId");
        }
        more(fact, row, problems);
    }

    /** Attributes that a fact of another graph names may have gone from its subject there. */
    @Override
    @Nullable
    RecordFact bindCreation(Row row, Problems problems) {
        var input = super.bindCreation(row, problems);
        var attested = row.attested() == null ? null : AttestedFact.read(row.attested(), binding, new Problems());
        return input == null || attested == null ? input : input.from(new Elsewhere(attested.isOnAll()));
    }

    @Override
    void create(Actor actor, RowType type, List<RecordFact> inputs) {
        facts.record(actor, inputs);
    }

    @Override
    boolean revise(Actor actor, RowType type, Known present, ReviseFact input, Row row) {
        var fact = present.fact();
        var isReworded = Facts.changes(fact, input, present.subject());
        if (isReworded) {
            facts.revise(actor, input);
        }
        var more = more(fact, row, new Problems());
        more.forEach(piece -> facts.addEvidence(actor, new AddEvidence(fact.id(), piece.input())));
        return isReworded || !more.isEmpty();
    }

    @Override
    void checkAttested(Row row, Problems problems, Coming coming) {
        if (row.attested() != null) {
            AttestedFact.read(row.attested(), binding, problems);
        }
    }

    /** What somebody took back nobody settles in passing, and nobody verifies what is disputed or no longer valid. */
    @Override
    boolean attest(Actor actor, Known present, Row row) {
        var fact = present.fact();
        var attested = row.attested() == null
                ? AttestedFact.VERIFIED
                : Objects.requireNonNull(AttestedFact.read(row.attested(), binding, new Problems()));
        if (fact.retraction() != null) {
            return true;
        }
        switch (attested.standing()) {
            case RETRACTED -> facts.retract(actor, new RetractFact(fact.id(), attested.note()));
            case DISPUTED -> {
                if (fact.standing() != FactStanding.DISPUTED) {
                    facts.attest(actor, decision(fact, Decision.DISPUTED, attested.note(), null));
                }
            }
            case VERIFIED -> {
                if (!SETTLED.contains(fact.standing())) {
                    verify(actor, fact, row.attested() == null, attested.validUntil());
                }
            }
            default -> {}
        }
        return true;
    }

    private void verify(Actor actor, Fact fact, boolean isNew, @Nullable Instant validUntil) {
        var verified = decision(fact, Decision.VERIFIED, Imports.ATTESTED, validUntil);
        if (isNew) {
            facts.verify(actor, verified);
        } else if (validUntil == null || validUntil.isAfter(clock.instant())) {
            facts.attest(actor, verified);
        }
    }

    private static VerifyFact decision(
            Fact fact, Decision decision, @Nullable String note, @Nullable Instant validUntil) {
        return new VerifyFact(fact.id(), fact.basis(), decision, note, validUntil, null);
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

    /** A fact that is there. @param subject what it is about, attributes and all */
    record Known(Fact fact, Subject subject) {}
}

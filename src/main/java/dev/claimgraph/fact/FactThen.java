package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fact as some past state of the log has it; what it was worth depends on when one looks. */
public final class FactThen {

    private final String id;
    private final LoggedFact logged;
    private final Subject subject;
    private final @Nullable Verification decision;

    private FactThen(String id, LoggedFact logged, Subject subject, @Nullable Verification decision) {
        this.id = id;
        this.logged = logged;
        this.subject = subject;
        this.decision = decision;
    }

    /**
     * @param about the subjects as they stood
     * @param decisions by id
     */
    static Map<String, FactThen> of(
            Map<String, LoggedFact> logged, Map<String, Subject> about, Map<String, Verification> decisions) {
        var then = new HashMap<String, FactThen>();
        logged.forEach((id, fact) -> then.put(
                id,
                new FactThen(
                        id,
                        fact,
                        Objects.requireNonNull(about.get(fact.subjectId())),
                        fact.verificationId() == null ? null : decisions.get(fact.verificationId()))));
        return then;
    }

    public Fact at(Instant moment) {
        return logged.fact(id, subject, decision, moment);
    }

    /** When its verification runs out. */
    public Optional<Instant> lapsesAt() {
        return Optional.ofNullable(decision).map(Verification::validUntil);
    }
}

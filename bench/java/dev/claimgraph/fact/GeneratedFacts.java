package dev.claimgraph.fact;

import dev.claimgraph.access.Person;
import dev.claimgraph.catalog.Revision;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Fact.Written;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.history.ChangeRows;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Fingerprint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts of a generated library, as their door would leave them: recorded, and verified once. */
public final class GeneratedFacts {

    private final Person owner;
    private final Actor actor;
    private final ChangeRows changes;

    public GeneratedFacts(Person owner, ChangeRows changes) {
        this.owner = owner;
        this.actor = new Actor(owner.id(), owner.name(), owner.roles(), Set.of(), Set.of());
        this.changes = changes;
    }

    /** @param attribute the one that it depends on */
    public Generated verified(String id, Subject subject, String statement, String attribute, Instant at) {
        var content = new FactContent(statement, false, new TreeSet<>(Set.of(attribute)), null, null);
        var state = FactState.recorded(content, subject, at, owner.id());
        var recorded = fact(id, content, state, subject, FactStanding.UNVERIFIED, null, null, at);
        changes.add(owner.id(), "recordFact", id, null, recorded.state(), List.of(subject.id()), at);
        var decided = FactState.decided(recorded, content, Decision.VERIFIED, subject, at, owner.id());
        var input = new VerifyFact(id, recorded.basis(), Decision.VERIFIED, null, null, null);
        var write = FactWrite.decided(actor, recorded, content, decided, input, null, at);
        var revision = new Revision(Revision.id(subject.id(), 1), subject.id(), 1, at, owner.id(), null, "[]");
        var verification = new Verification(
                Verification.id(id, 1), Decision.VERIFIED, at, owner, null, statement, null, revision);
        var verified = fact(
                id, content, decided, subject, FactStanding.VERIFIED, verification, decided.snapshot().json(), at);
        changes.add(owner.id(), "verifyFact", id, recorded.state(), verified.state(), List.of(subject.id()), at);
        var properties = new HashMap<>(state.properties());
        properties.putAll(recorded(id, subject, at));
        properties.putAll(content.properties());
        properties.putAll(write.properties());
        return new Generated(verified, Map.of("id", id, "node", properties, "decision", write.decisions().getFirst()));
    }

    /** What recording sets beside content and state. */
    private Map<String, Object> recorded(String id, Subject subject, Instant at) {
        var time = at.atZone(ZoneOffset.UTC);
        return Map.ofEntries(
                Map.entry("id", id),
                Map.entry("kind", FactKind.LIMIT.name()),
                Map.entry("subjectId", subject.id()),
                Map.entry("subjectType", subject.typename()),
                Map.entry("ownerId", owner.id()),
                Map.entry("liveUsages", 0),
                Map.entry("revision", 1),
                Map.entry("recordedAt", time),
                Map.entry("recordedBy", owner.id()),
                Map.entry("revisedAt", time),
                Map.entry("revisedBy", owner.id()));
    }

    private Fact fact(
            String id,
            FactContent content,
            FactState state,
            Subject subject,
            FactStanding standing,
            @Nullable Verification verification,
            @Nullable String verified,
            Instant at) {
        var written = new Written(at, owner.id());
        return new Fact(
                id,
                null,
                FactKind.LIMIT,
                content,
                Fingerprint.of(content.statement()),
                1,
                standing,
                state.basis().fingerprint(),
                state.basis().holds(),
                subject,
                subject.lifecycle(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                verification == null ? 0 : 1,
                verification,
                verified,
                written,
                written,
                written,
                null);
    }

    /** A fact, and what {@link FactRepository} writes for it. */
    public record Generated(Fact fact, Map<String, Object> row) {}
}

package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The comparable state that a fact carries, from which its standing derives: written with whatever moves it. */
record FactState(Basis basis, FactStanding timeless, List<Moved> moved, Subject subject) {

    /** Of a fact as it is or is about to be, on its subject as it is or is about to be. */
    static FactState of(Fact fact, FactContent content, Subject subject, Instant at, String by) {
        var basis = Basis.of(content, subject);
        var standing = FactStanding.timeless(
                fact.retraction() != null,
                fact.decision(),
                basis.holds(),
                basis.fingerprint().equals(fact.verified().basis()));
        var moved = Moved.after(fact.moved(), content, basis, fact.verified(), subject, at, by);
        return new FactState(basis, standing, moved, subject);
    }

    /** Of a fact that nobody has decided on yet. */
    static FactState recorded(FactContent content, Subject subject, Instant at, String by) {
        var basis = Basis.of(content, subject);
        var standing = FactStanding.timeless(false, null, basis.holds(), false);
        var moved = Moved.after(List.of(), content, basis, Basis.Snapshot.NONE, subject, at, by);
        return new FactState(basis, standing, moved, subject);
    }

    /** Of a fact that is being decided on: what is decided on is what there is. */
    static FactState decided(FactContent content, Decision decision, Subject subject) {
        var basis = Basis.of(content, subject);
        return new FactState(basis, FactStanding.timeless(false, decision, basis.holds(), true), List.of(), subject);
    }

    Basis.Snapshot snapshot() {
        return new Basis.Snapshot(basis.fingerprint(), basis.shown(subject));
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("basis", basis.fingerprint());
        properties.put("holds", basis.holds());
        properties.put("state", timeless.name());
        properties.put(
                "lifecycle",
                subject.lifecycle() == null ? null : subject.lifecycle().name());
        properties.put("moved", moved.isEmpty() ? null : Json.write(moved));
        return properties;
    }
}

package dev.claimgraph.fact;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Basis.Snapshot;
import dev.claimgraph.fact.Fact.Written;
import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The comparable state that a fact carries, from which its standing derives: written with whatever moves it.
 *
 * @param left what has left its verified value
 * @param failing what makes the check fail; null while it holds
 * @param contentLeft when and by whom what it says or is judged on left what was verified; null while it is that
 * @param lifecycleSince when and by whom its subject's lifecycle became what it is; null where the fact was recorded so
 */
record FactState(
        FactContent content,
        Basis basis,
        FactStanding timeless,
        List<Moved> left,
        @Nullable Moved failing,
        @Nullable Written contentLeft,
        @Nullable Written lifecycleSince,
        Subject subject) {

    /** Of a fact as it is or is about to be, on its subject as it is or is about to be. */
    static FactState of(Fact fact, FactContent content, Subject subject, Instant at, String by) {
        return of(fact, content, fact.decision(), subject, at, by);
    }

    /** Of a fact that nobody has decided on yet. */
    static FactState recorded(FactContent content, Subject subject, Instant at, String by) {
        var basis = Basis.of(content, subject);
        var failing = Moved.failing(null, basis, Snapshot.NONE, subject, at, by);
        var standing = FactStanding.timeless(false, null, basis.holds(), false);
        return new FactState(content, basis, standing, List.of(), failing, null, null, subject);
    }

    /** Of a fact that is being decided on: what is verified is what there is. */
    static FactState decided(
            Fact fact, FactContent content, Decision decision, Subject subject, Instant at, String by) {
        if (decision == Decision.DISPUTED) {
            return of(fact, content, decision, subject, at, by);
        }
        var basis = Basis.of(content, subject);
        var standing = FactStanding.timeless(false, decision, basis.holds(), true);
        return new FactState(content, basis, standing, List.of(), null, null, fact.lifecycleSince(), subject);
    }

    private static FactState of(
            Fact fact, FactContent content, @Nullable Decision decision, Subject subject, Instant at, String by) {
        var basis = Basis.of(content, subject);
        var verified = fact.snapshot();
        var standing = FactStanding.timeless(
                fact.retraction() != null,
                decision,
                basis.holds(),
                basis.fingerprint().equals(verified.basis()));
        var now = new Written(at, by);
        var contentLeft = verified.isOf(content, subject) ? null : Objects.requireNonNullElse(fact.contentLeft(), now);
        return new FactState(
                content,
                basis,
                standing,
                Moved.left(fact.left(), verified, subject, at, by),
                Moved.failing(fact.failing(), basis, verified, subject, at, by),
                contentLeft,
                subject.lifecycle() == fact.lifecycle() ? fact.lifecycleSince() : now,
                subject);
    }

    boolean differsFrom(Fact fact) {
        return !basis.fingerprint().equals(fact.fingerprint())
                || !left.equals(fact.left())
                || !Objects.equals(failing, fact.failing());
    }

    Snapshot snapshot() {
        return new Snapshot(basis.fingerprint(), content.dependsOnAll(), basis.shown(subject));
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("basis", basis.fingerprint());
        properties.put("holds", basis.holds());
        properties.put("state", timeless.name());
        properties.put(
                "lifecycle",
                subject.lifecycle() == null ? null : subject.lifecycle().name());
        properties.put("left", left.isEmpty() ? null : Json.write(left));
        properties.put("failing", Json.writeOrNull(failing));
        properties.put("contentLeft", Json.writeOrNull(contentLeft));
        properties.put("lifecycleSince", Json.writeOrNull(lifecycleSince));
        return properties;
    }
}

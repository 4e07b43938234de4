package dev.claimgraph.bench;

import dev.claimgraph.catalog.AttributeValue.NumberValue;
import dev.claimgraph.catalog.Revision;
import dev.claimgraph.fact.Moved;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Value;

/** A revision by two statements in one transaction, which read and write what the service does: state, history and log. */
final class RevisionByHand {

    private static final String READ = Texts.of("revise-read.cypher");
    private static final String WRITE = Texts.of("revise-write.cypher");

    private final Session session;
    private final String owner = Seed.OWNER;

    RevisionByHand(Driver driver) {
        session = driver.session(SessionConfig.forDatabase("neo4j"));
    }

    void revise(Turns.Feature feature) {
        session.executeWriteWithoutResult(transaction -> {
            var present = transaction
                    .run(READ, Map.of("id", feature.id(), "attribute", Turns.ATTRIBUTE))
                    .single();
            if (present.get("subject").get("revision").asInt() != feature.revision()) {
                throw new IllegalStateException("The feature has moved on.");
            }
            transaction.run(WRITE, revised(feature, present.get("head"), present.get("facts"))).single().asMap();
        });
    }

    private Map<String, Object> revised(Turns.Feature feature, Value head, Value facts) {
        var now = Instant.now();
        var time = now.atZone(ZoneOffset.UTC);
        var number = feature.revision() + 1;
        var input = new NumberValue(BigDecimal.valueOf(feature.next()), "GB").input();
        var subject = HandWrittenChange.state(head);
        subject.put("revision", number);
        subject.put("updatedAt", now);
        var attributes = new HashMap<Object, Object>((Map<?, ?>) subject.get("attributes"));
        attributes.put(Turns.ATTRIBUTE, input);
        subject.put("attributes", attributes);
        var changes = new ArrayList<Map<String, Object>>();
        changes.add(HandWrittenChange.row("reviseFeature", feature.id(), head, subject, List.of(), now));
        var rows = new ArrayList<Map<String, Object>>();
        for (var fact : facts.values()) {
            var properties = factProperties(fact, feature, now);
            var state = HandWrittenChange.state(fact.get("head"));
            state.put("basis", properties.get("basis"));
            state.put("standing", properties.get("state"));
            state.put("left", moved(feature, now));
            var id = fact.get("id").asString();
            changes.add(HandWrittenChange.row("reviseFeature", id, fact.get("head"), state, List.of(feature.id()), now));
            rows.add(Map.of("id", id, "properties", properties));
        }
        var changed = List.of(new Revision.Moved(Turns.ATTRIBUTE, display(feature.value()), display(feature.next())));
        var revision = Map.of(
                "id", Revision.id(feature.id(), number),
                "subjectId", feature.id(),
                "number", number,
                "by", owner,
                "at", time,
                "changes", Json.write(changed));
        return Map.of(
                "id", feature.id(),
                "attribute", Turns.ATTRIBUTE,
                "value", Json.write(input),
                "revision", revision,
                "facts", rows,
                "changes", changes);
    }

    /** Of a fact that depends on the one attribute, and was verified as it was generated. */
    private Map<String, Object> factProperties(Value fact, Turns.Feature feature, Instant now) {
        var left = moved(feature, now);
        var value = new NumberValue(BigDecimal.valueOf(feature.next()), "GB").fingerprint();
        var basis = Fingerprint.of(
                fact.get("statement").asString(), null, "true", Turns.ATTRIBUTE, value, "lifecycle", "GENERALLY_AVAILABLE");
        var properties = new HashMap<String, Object>();
        properties.put("basis", basis);
        properties.put("holds", true);
        properties.put("state", left.isEmpty() ? "VERIFIED" : "SUSPECT");
        properties.put("left", left.isEmpty() ? null : Json.write(left));
        return properties;
    }

    private List<Moved> moved(Turns.Feature feature, Instant now) {
        return feature.next() == Turns.VERIFIED
                ? List.of()
                : List.of(new Moved(Turns.ATTRIBUTE, display(Turns.VERIFIED), display(feature.next()), now, owner));
    }

    private static String display(int value) {
        return value + " GB";
    }
}

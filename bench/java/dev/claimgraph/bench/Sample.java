package dev.claimgraph.bench;

import dev.claimgraph.access.GeneratedPeople;
import dev.claimgraph.catalog.AttributeValue;
import dev.claimgraph.catalog.GeneratedSubjects;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.GeneratedClaims;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.GeneratedFacts;
import dev.claimgraph.history.ChangeRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * As much of a generated library as one function takes.
 *
 * @param feature what both facts are about
 * @param revised the same once the first of its attributes is raised, which the first fact depends on
 * @param claim approved, on both facts
 */
public record Sample(Subject feature, Subject revised, List<Fact> facts, Claim claim) {

    public static final Instant NOW = Seed.WRITTEN.plusSeconds(60);

    public static Sample make() {
        var changes = new ChangeRows();
        var people = GeneratedPeople.of(place -> Seed.id("person", place), changes, Seed.WRITTEN);
        var person = people.getFirst();
        var subjects = new GeneratedSubjects(person, changes);
        var feature = subjects.feature(Seed.id("feature", 0), 0, Seed.id("product", 0), Scale.ATTRIBUTES, Seed.WRITTEN);
        var generated = new GeneratedFacts(person, changes);
        var facts = List.of(fact(0, feature, generated), fact(1, feature, generated));
        var persona = subjects.audience(Seed.id("persona", 0), SubjectType.PERSONA, 0, Seed.WRITTEN);
        var problem = subjects.audience(Seed.id("problem", 0), SubjectType.MARKET_PROBLEM, 0, Seed.WRITTEN);
        var text = Generator.texts(1).getFirst();
        var claim = new GeneratedClaims(person, person, changes)
                .approved(Seed.id("claim", 0), text, facts, persona, problem, Seed.WRITTEN);
        return new Sample(feature, raised(feature), facts, claim);
    }

    private static Fact fact(int place, Subject feature, GeneratedFacts facts) {
        return facts.verified(
                        Seed.id("fact", place),
                        feature,
                        "Feature 0 does thing %d with files of 50 GB.".formatted(place),
                        Scale.ATTRIBUTES.get(place),
                        Seed.WRITTEN)
                .fact();
    }

    private static Subject raised(Subject feature) {
        var values = new TreeMap<>(feature.values());
        values.put(Scale.ATTRIBUTES.getFirst(), new AttributeValue.NumberValue(BigDecimal.valueOf(60), "GB"));
        return new Subject(
                feature.id(),
                feature.type(),
                feature.key(),
                feature.name(),
                feature.summary(),
                feature.lifecycle(),
                feature.revision() + 1,
                feature.productId(),
                feature.ownOwnerId(),
                feature.ownerId(),
                feature.personaIds(),
                feature.featureIds(),
                values,
                false,
                feature.createdAt(),
                NOW);
    }
}

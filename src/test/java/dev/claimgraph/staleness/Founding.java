package dev.claimgraph.staleness;

import static dev.claimgraph.catalog.Lifecycle.GENERALLY_AVAILABLE;
import static dev.claimgraph.catalog.Lifecycle.PLANNED;
import static dev.claimgraph.catalog.SubjectType.COMPETITOR;
import static dev.claimgraph.catalog.SubjectType.FEATURE;
import static dev.claimgraph.claim.ClaimKind.COMPARATIVE;
import static dev.claimgraph.claim.ClaimKind.CUSTOMER;
import static dev.claimgraph.claim.ClaimKind.FACTUAL;
import static dev.claimgraph.claim.ClaimKind.PUFFERY;
import static dev.claimgraph.claim.ClaimKind.ROADMAP;
import static dev.claimgraph.claim.ClaimKind.SUPERLATIVE;
import static dev.claimgraph.fact.Evidence.EvidenceKind.CUSTOMER_QUOTE;

import dev.claimgraph.Doors;
import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.Products.CreateProduct;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.fact.CheckOperator;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.staleness.PlainFact.Content;
import dev.claimgraph.staleness.PlainSubject.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Founds small companies: subjects of every type, facts of every dependency kind, claims of every kind, most of them approved, one in doubt. */
final class Founding {

    /** The first ones; nobody has looked at the last yet. */
    private static final int VERIFIED_FACTS = 7;

    private final Doors doors;
    private final Map<String, Actor> actors;
    private final String productId;

    Founding(Doors doors) {
        this.doors = doors;
        this.actors = PlainWorld.actors(doors);
        var product = new CreateProduct("w" + UUID.randomUUID(), "Product", null, null, null);
        this.productId = doors.products().create(actors.get("owner"), product).id();
    }

    /** @param people whom the facts beside those about products are about */
    PlainWorld world(SubjectType people) {
        var world = new PlainWorld(doors, actors);
        doors.clock()
                .at(
                        world.now(),
                        () -> doors.changes().writeAtLength(() -> {
                            found(world, people);
                            return world;
                        }));
        return world;
    }

    private void found(PlainWorld world, SubjectType people) {
        subjects(world, people);
        facts(world);
        for (var fact = 0; fact < VERIFIED_FACTS; fact++) {
            take(world, new FactSteps.Verify("owner", fact, Decision.VERIFIED, null, null, 1));
        }
        claims(world);
        for (var claim = 0; claim < 5; claim++) {
            take(world, new ClaimSteps.Submit("marketer", claim));
            take(world, new ApprovalSteps.Approve("approver", claim, -1));
        }
        take(world, new ClaimSteps.Submit("marketer", 5));
        take(world, new FindingSteps.Add("owner", 5, new FindingSteps.What(true, null)));
    }

    private void subjects(PlainWorld world, SubjectType people) {
        var name = "w" + UUID.randomUUID();
        var files = Map.of("size", 0, "tier", 0, "encrypted", 0);
        subject(world, FEATURE, name + "-files", GENERALLY_AVAILABLE, files);
        var mail = Map.of("formats", 0, "version", 0, "since", 0);
        subject(world, FEATURE, name + "-mail", PLANNED, mail);
        subject(world, COMPETITOR, name + "-rival", null, Map.of("size", 6, "tier", 2));
        subject(world, people, name + "-people", null, Map.of("seats", 0));
    }

    private void facts(PlainWorld world) {
        fact(world, 0, FactKind.LIMIT, List.of("size"), null, null);
        fact(world, 0, FactKind.LIMIT, null, check("size", CheckOperator.AT_LEAST, 0), null);
        fact(world, 0, FactKind.CAPABILITY, null, null, Duration.ofMinutes(90));
        fact(world, 1, FactKind.CAPABILITY, List.of("version"), check("formats", CheckOperator.CONTAINS, 2), null);
        fact(world, 1, FactKind.AVAILABILITY, List.of(), null, null);
        fact(world, 2, FactKind.COMPETITIVE, null, check("size", CheckOperator.AT_MOST, 0), null);
        fact(world, 3, FactKind.CUSTOMER, List.of("seats"), null, null);
        fact(world, 3, FactKind.MARKET, null, null, null);
        take(world, new FactSteps.Back("owner", 6, CUSTOMER_QUOTE));
    }

    private void claims(PlainWorld world) {
        claim(world, FACTUAL, List.of(0, 1), false, null);
        claim(world, COMPARATIVE, List.of(2, 5), true, Duration.ofMinutes(200));
        claim(world, SUPERLATIVE, List.of(5, 6), true, null);
        claim(world, CUSTOMER, List.of(6, 0), false, null);
        claim(world, ROADMAP, List.of(3, 4), false, null);
        claim(world, PUFFERY, List.of(), false, null);
    }

    private void subject(
            PlainWorld world, SubjectType type, String key, @Nullable Lifecycle lifecycle, Map<String, Integer> picks) {
        var values = new TreeMap<String, Sample>();
        picks.forEach((attribute, pick) -> values.put(attribute, Samples.of(attribute, pick)));
        var input = new CreateSubject(
                type == FEATURE ? productId : null,
                key,
                key,
                null,
                lifecycle,
                SubjectSteps.inputs(values),
                null,
                null,
                null,
                null);
        var id = doors.subjects().create(world.actor("owner"), type, input).id();
        if (lifecycle != null) {
            values.put(PlainSubject.LIFECYCLE, Sample.lifecycle(lifecycle));
        }
        world.subjects.add(new PlainSubject(id, key, type, new State(world.moment("owner"), key, values)));
    }

    private void fact(
            PlainWorld world,
            int subject,
            FactKind kind,
            @Nullable List<String> dependsOn,
            @Nullable PlainCheck check,
            @Nullable Duration reviewEvery) {
        var about = world.subjects.get(subject);
        var input = new RecordFact(
                null,
                about.id,
                Steps.STATEMENTS.getFirst(),
                kind,
                dependsOn,
                FactSteps.checkInput(check),
                null,
                FactSteps.review(reviewEvery),
                null,
                null);
        var recorded = doors.facts().record(world.actor("owner"), input);
        var names = new TreeSet<>(dependsOn == null ? List.<String>of() : dependsOn);
        var content = new Content(input.statement(), dependsOn == null && check == null, names, check, reviewEvery);
        var fact = new PlainFact(recorded.id(), about, kind, content, world.moment("owner"));
        world.facts.add(fact);
        world.show(fact.id, fact.shown(), recorded.basis());
    }

    private static void claim(
            PlainWorld world, ClaimKind kind, List<Integer> facts, boolean rival, @Nullable Duration expiresIn) {
        take(world, new ClaimSteps.Draft("marketer", Steps.TEXTS.getFirst(), kind, facts, rival, expiresIn));
    }

    private static PlainCheck check(String attribute, CheckOperator operator, int pick) {
        return new PlainCheck(attribute, operator, Samples.of(attribute, pick));
    }

    private static void take(PlainWorld world, Step step) {
        Walk.take(world, step);
    }
}

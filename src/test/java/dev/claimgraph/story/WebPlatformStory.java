package dev.claimgraph.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.access.People;
import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimInputs;
import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.FactInputs;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.review.ReviewInputs;
import dev.claimgraph.review.Reviews;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.story.WebPlatform.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.data.ArgumentValue;

/** Two real releases of the web platform: the service and plain code agree on every claim that the second makes stale. */
@ClaimgraphTest
class WebPlatformStory {

    private final Subjects subjects;
    private final Products products;
    private final Facts facts;
    private final Claims claims;
    private final Reviews reviews;
    private final Actor owner;
    private final Actor marketer;
    private final Actor approver;

    private final Map<String, String> featureIds = new LinkedHashMap<>();
    private final Map<String, StandsOn> claimsById = new LinkedHashMap<>();

    @Autowired
    WebPlatformStory(Subjects subjects, Products products, Facts facts, Claims claims, Reviews reviews, People people) {
        this.subjects = subjects;
        this.products = products;
        this.facts = facts;
        this.claims = claims;
        this.reviews = reviews;
        this.owner = people.actor("owner").orElseThrow();
        this.marketer = people.actor("marketer").orElseThrow();
        this.approver = people.actor("approver").orElseThrow();
    }

    @Test
    void theNextReleaseMakesStaleExactlyWhatItMovedAndRevertingItClearsAll() {
        var before = WebPlatform.release("3.0.0").features();
        var after = WebPlatform.release("3.13.0").features();
        load(before);
        claimOn(before, after);
        assertThat(reasonsByClaim())
                .allSatisfy((claim, reasons) -> assertThat(reasons).isEmpty());

        release(before, after);
        var expected = new HashMap<String, List<String>>();
        claimsById.forEach((id, on) -> expected.put(id, on.reasons(before.get(on.key()), after.get(on.key()))));
        assertThat(reasonsByClaim()).isEqualTo(expected);
        assertThat(expected.values().stream().filter(List::isEmpty)).hasSizeGreaterThan(100);
        assertThat(expected.values().stream().filter(reasons -> !reasons.isEmpty()))
                .hasSizeGreaterThan(100);

        release(after, before);
        assertThat(reasonsByClaim())
                .allSatisfy((claim, reasons) -> assertThat(reasons).isEmpty());
    }

    private void load(Map<String, Feature> release) {
        var product = products.create(
                owner, new Products.CreateProduct("web-platform", "The web platform", null, null, null));
        release.values().forEach(feature -> featureIds.put(feature.key(), create(product.id(), feature)));
    }

    private String create(String productId, Feature feature) {
        var attributes = inputs(feature.attributes());
        return subjects.create(
                        owner,
                        SubjectType.FEATURE,
                        new CreateSubject(
                                productId,
                                "web." + feature.key(),
                                feature.name(),
                                feature.summary(),
                                null,
                                attributes,
                                null,
                                null,
                                null,
                                null))
                .id();
    }

    /** Every kind of dependency on every feature that the next release touches, and one on every tenth of the others. */
    private void claimOn(Map<String, Feature> before, Map<String, Feature> after) {
        var others = 0;
        for (var feature : before.values()) {
            if (!feature.equals(after.get(feature.key()))) {
                for (var dependency : Dependency.values()) {
                    claimOn(feature, dependency);
                }
            } else if (others++ % 10 == 0) {
                claimOn(feature, Dependency.values()[(others / 10) % Dependency.values().length]);
            }
        }
    }

    private void claimOn(Feature feature, Dependency dependency) {
        var on = new StandsOn(feature.key(), dependency);
        var recorded = facts.record(
                owner,
                new FactInputs.RecordFact(
                        null,
                        featureIds.get(feature.key()),
                        "%s holds by %s.".formatted(feature.name(), dependency),
                        FactKind.CAPABILITY,
                        dependency.dependsOn(),
                        dependency.check(feature),
                        null,
                        null,
                        null,
                        null));
        facts.verify(
                owner, new FactInputs.VerifyFact(recorded.id(), recorded.basis(), Decision.VERIFIED, null, null, null));
        var claim = claims.draft(
                marketer,
                new ClaimInputs.DraftClaim(
                        null,
                        "You can use %s.".formatted(feature.name()),
                        ClaimKind.FACTUAL,
                        List.of(recorded.id()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        reviews.submit(marketer, new ReviewInputs.SubmitClaim(claim.id(), null));
        reviews.approve(approver, new ReviewInputs.ApproveClaim(claim.id(), null));
        claimsById.put(claim.id(), on);
    }

    /** Turns one release into another by revisions; a feature that is gone becomes RETIRED, one that is back is not any more. */
    private void release(Map<String, Feature> from, Map<String, Feature> to) {
        var keys = new TreeSet<>(from.keySet());
        keys.retainAll(featureIds.keySet());
        for (var key : keys) {
            var target = to.get(key);
            if (!from.get(key).equals(target)) {
                revise(key, from.get(key), target);
            }
        }
        to.values().stream()
                .filter(feature -> !from.containsKey(feature.key()) && featureIds.containsKey(feature.key()))
                .forEach(feature -> revise(feature.key(), feature, feature));
        to.values().stream()
                .filter(feature -> !featureIds.containsKey(feature.key()))
                .forEach(feature -> featureIds.put(feature.key(), create(productId(), feature)));
    }

    private String productId() {
        return Objects.requireNonNull(
                present(featureIds.values().iterator().next()).productId());
    }

    private void revise(String key, Feature from, Feature to) {
        var id = featureIds.get(key);
        var changed = Optional.ofNullable(to).orElse(from);
        var removed = from.attributes().keySet().stream()
                .filter(name -> !changed.attributes().containsKey(name))
                .toList();
        subjects.revise(
                owner,
                SubjectType.FEATURE,
                new ReviseSubject(
                        id,
                        null,
                        null,
                        null,
                        present(id).revision(),
                        "The next release.",
                        changed.name(),
                        ArgumentValue.ofNullable(changed.summary()),
                        to == null ? Lifecycle.RETIRED : Lifecycle.GENERALLY_AVAILABLE,
                        inputs(changed.attributes()),
                        removed,
                        null,
                        null),
                Subjects.RevisionListener.NONE);
    }

    private Subject present(String id) {
        return Objects.requireNonNull(subjects.byId(List.of(id)).get(id));
    }

    /** What the service says of every claim: its reasons' codes, each with what moved. */
    private Map<String, List<String>> reasonsByClaim() {
        var all = new ArrayList<>(claimsById.keySet());
        return claims.byId(all).values().stream().collect(Collectors.toMap(Claim::id, claim -> {
            assertThat(claim.usable()).isEqualTo(claim.reasons().isEmpty());
            return claim.reasons().stream()
                    .map(reason -> reason.code() + (reason.attribute() == null ? "" : " " + reason.attribute()))
                    .sorted()
                    .toList();
        }));
    }

    private static List<AttributeInput> inputs(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .map(entry -> new AttributeInput(entry.getKey(), Feature.value(entry.getValue())))
                .toList();
    }
}

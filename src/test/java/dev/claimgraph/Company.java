package dev.claimgraph;

import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.Products.CreateProduct;
import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects.RevisionListener;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.FactCheck.FactCheckInput;
import dev.claimgraph.fact.FactInputs.RecordFact;
import dev.claimgraph.fact.FactInputs.ReviseFact;
import dev.claimgraph.fact.FactInputs.VerifyFact;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.review.ReviewInputs.ApproveClaim;
import dev.claimgraph.review.ReviewInputs.ReaffirmClaim;
import dev.claimgraph.review.ReviewInputs.SubmitClaim;
import dev.claimgraph.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** A company of one product, whose people act through the doors: for tests of what happens behind GraphQL. */
public final class Company {

    public final Doors doors;
    public final Actor owner;
    public final Actor admin;
    public final Actor marketer;
    public final Actor approver;
    private final String product;

    public Company(Doors doors) {
        this.doors = doors;
        owner = doors.actor("owner");
        admin = doors.actor("admin");
        marketer = doors.actor("marketer");
        approver = doors.actor("approver");
        product = doors.products()
                .create(owner, new CreateProduct(key(), "Product", null, null, null))
                .id();
    }

    public Subject feature(Map<String, Map<String, Object>> values) {
        var input = new CreateSubject(product, key(), "Feature", null, null, inputs(values), null, null, null, null);
        return doors.subjects().create(owner, SubjectType.FEATURE, input);
    }

    public Subject set(Actor who, String feature, String attribute, Map<String, Object> value) {
        return revise(who, present(feature), null, Map.of(attribute, value));
    }

    public Subject become(Actor who, String feature, Lifecycle lifecycle) {
        return revise(who, present(feature), lifecycle, Map.of());
    }

    /** Revises the feature as it was seen. */
    public Subject revise(
            Actor who, Subject seen, @Nullable Lifecycle lifecycle, Map<String, Map<String, Object>> values) {
        var input = new ReviseSubject(
                seen.id(),
                null,
                null,
                null,
                seen.revision(),
                null,
                null,
                ArgumentValue.omitted(),
                lifecycle,
                inputs(values),
                null,
                null,
                null);
        return doors.subjects().revise(who, SubjectType.FEATURE, input, RevisionListener.NONE);
    }

    public Subject present(String feature) {
        return doors.subjects().byId(List.of(feature)).get(feature);
    }

    /** @param dependsOn null for everything or, with a check, for the check alone */
    public Fact fact(String subject, @Nullable List<String> dependsOn, @Nullable FactCheckInput check) {
        var input = new RecordFact(
                null, subject, "It is so.", FactKind.CAPABILITY, dependsOn, check, null, null, null, null);
        return doors.facts().record(owner, input);
    }

    /** What is null is left out. */
    public Fact revise(
            String fact,
            @Nullable ArgumentValue<List<String>> dependsOn,
            @Nullable ArgumentValue<FactCheckInput> check) {
        var input = new ReviseFact(
                fact,
                seen(fact).revision(),
                null,
                dependsOn == null ? ArgumentValue.omitted() : dependsOn,
                check == null ? ArgumentValue.omitted() : check,
                ArgumentValue.omitted());
        return doors.facts().revise(owner, input);
    }

    public Fact seen(String fact) {
        return doors.facts().byId(List.of(fact)).get(fact);
    }

    public Fact verify(Fact seen) {
        return decide(seen, Decision.VERIFIED);
    }

    public Fact decide(Fact seen, Decision decision) {
        var input = new VerifyFact(seen.id(), seen.basis(), decision, null, null, null);
        return doors.facts().verify(owner, input);
    }

    public Claim submitted(String... facts) {
        var input = new DraftClaim(
                null, "We do it.", ClaimKind.FACTUAL, List.of(facts), null, null, null, null, null, null, null);
        var id = doors.claims().draft(marketer, input).id();
        return doors.reviews().submit(marketer, new SubmitClaim(id, null));
    }

    public Claim approved(String... facts) {
        return approve(submitted(facts).id());
    }

    public Claim approve(String claim) {
        return doors.reviews().approve(approver, new ApproveClaim(claim, null));
    }

    public Claim reaffirm(String claim) {
        return doors.reviews().reaffirm(approver, new ReaffirmClaim(claim, null, null));
    }

    public Claim claim(String id) {
        return doors.claims().byId(id).orElseThrow();
    }

    public static Map<String, Object> number(long value, String unit) {
        return Map.of("number", Map.of("value", value, "unit", unit));
    }

    private static List<AttributeInput> inputs(Map<String, Map<String, Object>> values) {
        return values.entrySet().stream()
                .map(value -> new AttributeInput(value.getKey(), value.getValue()))
                .toList();
    }

    private static String key() {
        return "c" + UUID.randomUUID();
    }
}

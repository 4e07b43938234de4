package dev.claimgraph;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A small world of its own in the shared service: one product, two features, three verified facts about the first, two approved
 * claims on them. {@code sizes} stands on a check that files of 50 GB sync; {@code encryption} on one named attribute, and on
 * everything there is about the feature.
 */
public final class World {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Api api;
    public final String name = "w" + System.nanoTime() + "-" + NUMBER.incrementAndGet();
    public final String product;
    public final String sync;
    public final String share;
    public final String persona;
    public final String problem;
    public final String competitor;
    public final String fiftyGigabytes;
    public final String encrypted;
    public final String everything;
    public final String sizes;
    public final String encryption;

    public World(Api api) {
        this.api = api;
        product = create("CreateProduct", "product", Input.to("CreateProduct"));
        sync = create("CreateFeature", "feature", feature("sync"));
        share = create("CreateFeature", "feature", feature("share"));
        persona = create("CreatePersona", "persona", Input.to("CreatePersona"));
        problem = create("CreateMarketProblem", "marketProblem", Input.to("CreateMarketProblem"));
        competitor = create("CreateCompetitor", "competitor", Input.to("CreateCompetitor"));
        fiftyGigabytes = verified(fact(sync, "Files of 50 GB sync.").with("check", atLeast("max-file-size", 50, "GB")));
        encrypted = verified(fact(sync, "Files are encrypted at rest.").with("dependsOn", List.of("encrypted")));
        everything = verified(fact(sync, "Sync is as we know it."));
        sizes = approved(claim("Your biggest files sync.", fiftyGigabytes));
        encryption = approved(claim("Your files are safe with us.", encrypted, everything));
    }

    public Input feature(String key) {
        return Input.to("CreateFeature")
                .with("productId", product)
                .with("key", name + "." + key)
                .with(
                        "attributes",
                        List.of(
                                attribute("max-file-size", number(50, "GB")),
                                attribute("encrypted", Map.of("boolean", true)),
                                attribute("regions", Map.of("set", List.of("eu", "us")))));
    }

    public Input fact(String subject, String statement) {
        return Input.to("RecordFact")
                .with("subjectId", subject)
                .with("statement", statement)
                .with("kind", "CAPABILITY");
    }

    public Input claim(String text, String... facts) {
        return Input.to("DraftClaim").with("text", text).with("kind", "FACTUAL").with("factIds", List.of(facts));
    }

    /** Records a fact and verifies it. */
    public String verified(Input fact) {
        var id = api.done("owner", fact).at("/fact/id").asString();
        verify(id);
        return id;
    }

    public JsonNode verify(String fact) {
        return api.done("owner", verification(fact));
    }

    /** A verification of the fact as it now is. */
    public Input verification(String fact) {
        return Input.to("VerifyFact")
                .with("factId", fact)
                .with("basis", basis(fact))
                .with("decision", "VERIFIED");
    }

    public String basis(String fact) {
        return api.ask("viewer", "query($id: ID!) { fact(id: $id) { basis } }", Map.of("id", fact))
                .at("/fact/basis")
                .asString();
    }

    /** Drafts a claim, submits it and has it approved. */
    public String approved(Input claim) {
        var id = drafted(claim);
        api.done("marketer", Input.to("SubmitClaim").with("claimId", id));
        api.done("approver", Input.to("ApproveClaim").with("claimId", id));
        return id;
    }

    public String drafted(Input claim) {
        return api.done("marketer", claim).at("/claim/id").asString();
    }

    /** A revision of the feature as it now is. */
    public Input revision(String feature) {
        var document = "query($id: ID!) { feature(id: $id) { revision } }";
        var revision = api.ask("viewer", document, Map.of("id", feature))
                .at("/feature/revision")
                .asInt();
        return Input.to("ReviseFeature").with("featureId", feature).with("expectedRevision", revision);
    }

    /** Sets one attribute of the feature, and gives the payload. */
    public JsonNode set(String feature, String attribute, Map<String, ?> value) {
        return api.done("owner", revision(feature).with("setAttributes", List.of(attribute(attribute, value))));
    }

    public JsonNode trace(String claim) {
        return api.send("viewer", "ClaimTrace", Map.of("id", claim)).get("claim");
    }

    public static Map<String, Object> attribute(String name, Map<String, ?> value) {
        return Map.of("name", name, "value", value);
    }

    public static Map<String, Object> number(Number value, String unit) {
        return Map.of("number", Map.of("value", value, "unit", unit));
    }

    public static Map<String, Object> atLeast(String attribute, Number value, String unit) {
        return Map.of("attribute", attribute, "operator", "AT_LEAST", "value", number(value, unit));
    }

    private String create(String mutation, String field, Input input) {
        var named = input.with("name", mutation);
        var keyed = named.fields().containsKey("key") ? named : named.with("key", name);
        return api.done("owner", keyed).at("/" + field + "/id").asString();
    }
}

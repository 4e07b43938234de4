package dev.claimgraph.staleness;

import dev.claimgraph.Api;
import dev.claimgraph.staleness.Crowd.OnTwoFacts;
import dev.claimgraph.staleness.Timeline.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An app that asks for claims in all the ways there are, and keeps book of what it was shown as usable, and when. */
final class FrontEnd {

    private final Api api;
    private final List<OnTwoFacts> claims;
    private final List<String> features;
    private final List<Shown> shown = new ArrayList<>();

    FrontEnd(Api api, List<OnTwoFacts> claims, List<String> features) {
        this.api = api;
        this.claims = claims;
        this.features = features;
    }

    List<Shown> shown() {
        return shown;
    }

    void look(Random random) {
        var claim = claims.get(random.nextInt(claims.size()));
        var begun = System.nanoTime();
        var usable = switch (random.nextInt(3)) {
            case 0 -> printed(claim);
            case 1 -> traced(claim);
            default -> listed();
        };
        var time = Span.since(begun);
        usable.forEach(one -> shown.add(new Shown(one, time)));
    }

    private List<OnTwoFacts> printed(OnTwoFacts claim) {
        var printed = api.send("viewer", "PublishableClaim", Map.of("id", claim.id()));
        return printed.at("/publishableClaim/text").isNull() ? List.of() : List.of(claim);
    }

    private List<OnTwoFacts> traced(OnTwoFacts claim) {
        var trace = api.send("viewer", "ClaimTrace", Map.of("id", claim.id()));
        return trace.at("/claim/usable").asBoolean() ? List.of(claim) : List.of();
    }

    List<OnTwoFacts> listed() {
        var filter = Map.of("usable", true, "featureKeys", features);
        var nodes = api.send("viewer", "Claims", Map.of("filter", filter)).at("/claims/edges");
        var ids = nodes.findValuesAsString("id");
        return claims.stream().filter(claim -> ids.contains(claim.id())).toList();
    }

    /** A claim that was shown as usable. */
    record Shown(OnTwoFacts claim, Span time) {}
}

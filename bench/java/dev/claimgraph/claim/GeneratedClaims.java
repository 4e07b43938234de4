package dev.claimgraph.claim;

import dev.claimgraph.access.Person;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.history.ChangeRows;
import dev.claimgraph.shared.Json;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The claims of a generated library, as their doors would leave them: approved by another than who wrote them, and published once. The log
 * has one change of each, which approves it; its draft and the review that led there are left out.
 */
public final class GeneratedClaims {

    private static final List<String> QUALIFIERS = List.of("On paid plans.");

    private final Person marketer;
    private final Person approver;
    private final ChangeRows changes;

    public GeneratedClaims(Person marketer, Person approver, ChangeRows changes) {
        this.marketer = marketer;
        this.approver = approver;
        this.changes = changes;
    }

    public Claim approved(String id, String text, List<Fact> facts, Subject persona, Subject problem, Instant at) {
        var content = new ClaimContent(
                text,
                ClaimKind.FACTUAL,
                facts.stream().map(Fact::id).toList(),
                List.of(persona.id()),
                List.of(problem.id()),
                List.of(),
                QUALIFIERS,
                List.of(),
                null);
        var links = facts.stream().map(fact -> Link.of(fact.statementPrint(), fact)).toList();
        var basis = claim(id, content, links, persona, problem, List.of(), at).basis(facts);
        var approvals = List.of(new Approval(approver.id(), at, basis, null, false));
        var claim = claim(id, content, links, persona, problem, approvals, at);
        changes.add(approver.id(), "approveClaim", id, null, claim.state(), content.touched(), at);
        return claim;
    }

    /** What {@link ClaimRepository} and {@link Usages} write for it. */
    public Map<String, Object> row(Claim claim, String usageId, String url) {
        var at = claim.createdAt().atZone(ZoneOffset.UTC);
        var usage = new Usage(usageId, claim.id(), URI.create(url), null, "web", claim.createdAt(), claim.createdAt(), null);
        changes.add(marketer.id(), "recordUsage", usageId, null, usage, List.of(claim.id()), claim.createdAt());
        var node = Map.<String, Object>ofEntries(
                Map.entry("id", claim.id()),
                Map.entry("text", claim.text()),
                Map.entry("kind", claim.kind().name()),
                Map.entry("qualifiers", claim.qualifiers()),
                Map.entry("status", claim.status().name()),
                Map.entry("revision", 1),
                Map.entry("authorId", marketer.id()),
                Map.entry("writerIds", List.of(marketer.id())),
                Map.entry("writtenAt", at),
                Map.entry("writtenBy", approver.id()),
                Map.entry("approvals", Json.write(claim.approvals())),
                Map.entry("createdAt", at),
                Map.entry("updatedAt", at),
                Map.entry("liveUsages", 1));
        var links = claim.links().stream()
                .map(link -> Map.of("factId", link.fact().id(), "stamp", String.valueOf(link.stamp())))
                .toList();
        return new HashMap<>(Map.of(
                "id", claim.id(),
                "node", node,
                "links", links,
                "persona", claim.content().personaIds().getFirst(),
                "problem", claim.content().marketProblemIds().getFirst(),
                "usage", usage.properties()));
    }

    private Claim claim(
            String id,
            ClaimContent content,
            List<Link> links,
            Subject persona,
            Subject problem,
            List<Approval> approvals,
            Instant at) {
        var written = new Written(at, approver.id(), null);
        return new Claim(
                id,
                null,
                ClaimStatus.APPROVED,
                1,
                content,
                marketer.id(),
                List.of(marketer.id()),
                written,
                Json.write(approvals),
                null,
                links,
                List.of(persona),
                List.of(problem),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                at,
                at,
                Derivation.of(ClaimStatus.APPROVED, written, content, links, at));
    }
}

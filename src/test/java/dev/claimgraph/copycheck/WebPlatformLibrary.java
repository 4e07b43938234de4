package dev.claimgraph.copycheck;

import dev.claimgraph.Company;
import dev.claimgraph.claim.ClaimInputs.DraftClaim;
import dev.claimgraph.claim.ClaimInputs.WithdrawClaim;
import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.review.ReviewInputs.RejectClaim;
import dev.claimgraph.review.ReviewInputs.SubmitClaim;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The claims on the web platform that copy is held against, each in the state that its file says. */
record WebPlatformLibrary(Company company) {

    void load() throws IOException {
        for (var entry : Labelled.read("copycheck/web-platform-library.yaml", Entry[].class)) {
            load(entry);
        }
    }

    private void load(Entry entry) {
        var feature = company.feature(Map.of("baseline", Map.of("text", "as it was")));
        var fact = company.verify(company.fact(feature.id(), null, null));
        var id = company.doors
                .claims()
                .draft(
                        company.marketer,
                        new DraftClaim(
                                entry.key(),
                                entry.text(),
                                entry.kind(),
                                List.of(fact.id()),
                                null,
                                null,
                                null,
                                entry.qualifiers(),
                                null,
                                null,
                                null))
                .id();
        switch (entry.state()) {
            case "DRAFT" -> {}
            case "IN_REVIEW" -> submit(id);
            case "REJECTED" -> {
                submit(id);
                company.doors.reviews().reject(company.approver, new RejectClaim(id, "It is not so."));
            }
            case "WITHDRAWN" -> {
                approve(id);
                company.doors.endings().withdraw(company.approver, new WithdrawClaim(id, "It is not so."));
            }
            case "STALE" -> {
                approve(id);
                company.set(company.owner, feature.id(), "baseline", Map.of("text", "as it is"));
            }
            default -> approve(id);
        }
    }

    private void submit(String claim) {
        company.doors.reviews().submit(company.marketer, new SubmitClaim(claim, null));
    }

    private void approve(String claim) {
        submit(claim);
        company.approve(claim);
    }

    record Entry(String key, String feature, String text, ClaimKind kind, List<String> qualifiers, String state) {}
}

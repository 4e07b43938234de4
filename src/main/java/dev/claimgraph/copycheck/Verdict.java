package dev.claimgraph.copycheck;

import java.util.Collection;

/** What becomes of a draft. */
enum Verdict {
    PASS,
    NEEDS_REVISION,
    BLOCKED;

    static Verdict of(Collection<CheckFinding> findings) {
        if (findings.stream().anyMatch(CheckFinding::blocks)) {
            return BLOCKED;
        }
        return findings.stream().allMatch(finding -> finding.code() == CheckCode.APPROVED) ? PASS : NEEDS_REVISION;
    }
}

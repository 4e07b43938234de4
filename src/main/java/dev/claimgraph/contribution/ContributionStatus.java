package dev.claimgraph.contribution;

/** What has become of a contribution. */
enum ContributionStatus {
    OFFERED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}

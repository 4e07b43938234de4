package dev.claimgraph.shared;

/** What a person may do; roles add up. */
public enum Role {
    VIEWER,
    CONTRIBUTOR,
    MARKETER,
    APPROVER,
    PRODUCT_OWNER,
    STEWARD,
    ADMIN
}

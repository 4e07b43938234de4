package dev.claimgraph.access;

import dev.claimgraph.shared.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The accounts that an installation without a provider has, one for each thing that people do. They share one password. */
enum LocalAccount {
    ADMIN("Ada Admin", Role.ADMIN),
    OWNER("Olivia Owner", Role.PRODUCT_OWNER),
    MARKETER("Max Marketer", Role.MARKETER),
    APPROVER("Anna Approver", Role.APPROVER),
    CONTRIBUTOR("Chris Contributor", Role.CONTRIBUTOR),
    STEWARD("Stella Steward", Role.STEWARD),
    VIEWER("Vera Viewer", Role.VIEWER);

    private final Identity identity;

    LocalAccount(String person, Role role) {
        this.identity = new Identity(name().toLowerCase(Locale.ROOT), person, Set.of(role), null, null);
    }

    static Optional<Identity> named(String account) {
        return Arrays.stream(values())
                .map(LocalAccount::identity)
                .filter(identity -> identity.account().equals(account))
                .findAny();
    }

    Identity identity() {
        return identity;
    }
}

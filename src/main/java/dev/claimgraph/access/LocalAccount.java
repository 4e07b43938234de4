package dev.claimgraph.access;

import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The accounts that every installation has, one for each thing that people do. They share one password. */
enum LocalAccount {
    ADMIN("Ada Admin", Role.ADMIN),
    OWNER("Olivia Owner", Role.PRODUCT_OWNER),
    MARKETER("Max Marketer", Role.MARKETER),
    APPROVER("Anna Approver", Role.APPROVER),
    CONTRIBUTOR("Chris Contributor", Role.CONTRIBUTOR),
    VIEWER("Vera Viewer", Role.VIEWER);

    private final String person;
    private final Role role;

    LocalAccount(String person, Role role) {
        this.person = person;
        this.role = role;
    }

    static boolean exists(String account) {
        return Arrays.stream(values()).anyMatch(local -> local.account().equals(account));
    }

    Person person() {
        return new Person(Id.next(People.KIND), account(), person, Set.of(role));
    }

    private String account() {
        return name().toLowerCase(Locale.ROOT);
    }
}

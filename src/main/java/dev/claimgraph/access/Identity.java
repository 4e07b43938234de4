package dev.claimgraph.access;

import dev.claimgraph.shared.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a caller is, as their login or token says; the graph knows the person behind it.
 *
 * @param account unique: a local account's name, or a provider's issuer and subject
 * @param teamKeys the teams that they belong to; null where the graph alone knows
 * @param scopes the scopes that a token carries; null where no token limits the caller
 */
record Identity(
        String account,
        String name,
        Set<Role> roles,
        @Nullable Set<String> teamKeys,
        @Nullable Set<Scope> scopes) {

    /** Whether they may do what takes all of these. */
    boolean carries(Set<Scope> needed) {
        return scopes == null || scopes.containsAll(needed);
    }
}

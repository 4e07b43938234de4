package dev.claimgraph.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a token may be good for, named as OAuth does: {@code claims:read}. */
public enum Scope {
    CATALOG_READ,
    CATALOG_WRITE,
    FACTS_READ,
    FACTS_WRITE,
    CLAIMS_READ,
    CLAIMS_WRITE,
    PUBLICATIONS_READ,
    PEOPLE_READ,
    PEOPLE_WRITE,
    HISTORY_READ,
    WEBHOOKS_READ,
    WEBHOOKS_WRITE,
    /** Of what nobody gave a scope. No token carries it. */
    NONE;

    /** Those of the names that are scopes of ours. Who reads claims reads what is published of them. */
    static Set<Scope> named(Collection<String> names) {
        var scopes = EnumSet.noneOf(Scope.class);
        names.forEach(name -> named(name).ifPresent(scopes::add));
        if (scopes.contains(CLAIMS_READ)) {
            scopes.add(PUBLICATIONS_READ);
        }
        return scopes;
    }

    static Optional<Scope> named(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope != NONE && scope.toString().equals(name))
                .findAny();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}

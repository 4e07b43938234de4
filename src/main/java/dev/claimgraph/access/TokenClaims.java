package dev.claimgraph.access;

import dev.claimgraph.shared.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a provider's tokens say who somebody is, each settable as {@code claimgraph.token-claims.…}: a claim's name, or a path to it with dots
 * ({@code realm_access.roles}).
 *
 * @param roles the roles, written in any case and with dashes for underscores
 * @param teams the keys of teams; names of others are passed over
 */
@ConfigurationProperties("claimgraph.token-claims")
record TokenClaims(
        @DefaultValue("roles") String roles,
        @DefaultValue("teams") String teams) {

    private static final int LONGEST_NAME = 200;

    /** Controls, halves of characters, line ends, and what turns the direction of the text around it. */
    private static final Pattern UNPRINTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /**
     * Who a token is about.
     *
     * @param scopes those that limit the caller; null for a person who logged in here themselves
     */
    Identity identity(Map<String, Object> claims, @Nullable Set<Scope> scopes) {
        var named = values(claims, roles);
        var inTeams = values(claims, teams);
        return new Identity(
                claims.get("iss") + "#" + claims.get("sub"),
                name(claims),
                named == null ? Set.of() : roles(named),
                inTeams == null
                        ? null
                        : inTeams.stream().map(TokenClaims::teamKey).collect(Collectors.toSet()),
                scopes);
    }

    private static String name(Map<String, Object> claims) {
        return Stream.of("name", "preferred_username", "client_id", "azp", "sub")
                .map(claims::get)
                .filter(String.class::isInstance)
                .map(name ->
                        name.toString().substring(0, Math.min(name.toString().length(), LONGEST_NAME)))
                .map(name -> UNPRINTED.matcher(name).replaceAll("").strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("Somebody");
    }

    private static Set<Role> roles(Collection<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (names.stream()
                    .anyMatch(name ->
                            role.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))) {
                roles.add(role);
            }
        }
        return Set.copyOf(roles);
    }

    /** Keycloak names groups by their paths. */
    private static String teamKey(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static @Nullable List<String> values(Map<String, Object> claims, String path) {
        return switch (claim(claims, path)) {
            case Collection<?> values -> values.stream().map(String::valueOf).toList();
            case String values -> Arrays.stream(values.split("[ ,]+")).toList();
            case null, default -> null;
        };
    }

    private static @Nullable Object claim(Map<?, ?> claims, String path) {
        var dot = path.indexOf('.');
        if (claims.containsKey(path) || dot < 0) {
            return claims.get(path);
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? claim(inner, path.substring(dot + 1))
                : null;
    }
}

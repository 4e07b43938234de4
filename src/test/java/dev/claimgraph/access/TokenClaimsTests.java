package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers say in many places who somebody is. */
class TokenClaimsTests {

    private static final Map<String, Object> TOKEN = Map.of(
            "iss",
            "https://login.example.com",
            "sub",
            "4711",
            "preferred_username",
            "olivia",
            "realm_access",
            Map.of("roles", List.of("offline_access", "product-owner")),
            "https://example.com/roles",
            List.of("Marketer", "APPROVER"),
            "groups",
            List.of("/file-transfer", "staff"),
            "listed",
            "viewer steward",
            "odd",
            Map.of("roles", 7));

    @ParameterizedTest
    @CsvSource({
        "realm_access.roles, PRODUCT_OWNER",
        "https://example.com/roles, MARKETER APPROVER",
        "listed, VIEWER STEWARD",
        "odd, ''",
        "odd.roles, ''",
        "nowhere.at.all, ''"
    })
    void rolesAreFoundByNameOrByPath(String claim, String roles) {
        var identity = new TokenClaims(claim, "groups").identity(TOKEN, null);
        assertThat(identity.roles().stream().map(Role::name))
                .containsExactlyInAnyOrder(roles.isEmpty() ? new String[0] : roles.split(" "));
    }

    @Test
    void teamsAreKeysHoweverPathsAreWritten() {
        assertThat(new TokenClaims("roles", "groups").identity(TOKEN, null).teamKeys())
                .containsExactlyInAnyOrder("file-transfer", "staff");
        assertThat(new TokenClaims("roles", "teams").identity(TOKEN, null).teamKeys())
                .isNull();
    }

    @Test
    void anAccountIsTheIssuersSubject() {
        var identity = new TokenClaims("roles", "teams").identity(TOKEN, Set.of());
        assertThat(identity.account()).isEqualTo("https://login.example.com#4711");
        assertThat(identity.name()).isEqualTo("olivia");
    }
}

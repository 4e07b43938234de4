package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.Api;
import dev.claimgraph.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whoever comes with a token of the company's provider is who it says; whoever comes with another is nobody. */
@ProviderTest
class TokenTests {

    private static final String ME = "{ me { id name roles teams { key } } }";

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final OpenIdProvider provider = OpenIdProvider.running();
    private final int port;
    private final Api api;

    TokenTests(@LocalServerPort int port) {
        this.port = port;
        this.api = new Api(port);
    }

    @Test
    void aTokenSaysWhoIsThere() {
        var me = me(provider.token(claims -> {}));
        assertThat(me.get("name").asString()).isEqualTo("Olivia Rivera");
        assertThat(Api.texts(me.get("roles"))).containsExactly("PRODUCT_OWNER");
        assertThat(me(provider.token(claims -> {})).get("id")).isEqualTo(me.get("id"));
    }

    @Test
    void aPersonIsAsTheirNewestTokenSays() {
        var before = me(provider.token(claims -> claims.subject("moving").claim("roles", List.of("marketer"))));
        var after = me(provider.token(claims -> claims.subject("moving")
                .claim("name", "Olivia Moreno")
                .claim("roles", List.of("MARKETER", "Approver", "something else"))));
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("name").asString()).isEqualTo("Olivia Moreno");
        assertThat(Api.texts(after.get("roles"))).containsExactlyInAnyOrder("MARKETER", "APPROVER");
    }

    @Test
    void teamsAreAsTheTokenSaysWhereItDoes() {
        team("token-team");
        var inTeam =
                provider.token(claims -> claims.subject("member").claim("teams", List.of("/token-team", "unknown")));
        var silent = provider.token(claims -> claims.subject("member"));
        var inNone = provider.token(claims -> claims.subject("member").claim("teams", List.of()));
        assertThat(me(inTeam).get("teams").findValuesAsString("key")).containsExactly("token-team");
        assertThat(me(silent).get("teams").findValuesAsString("key")).containsExactly("token-team");
        assertThat(me(inNone).get("teams")).isEmpty();
    }

    @Test
    void aMemberByTokenWritesWhatTheTeamOwns() {
        var logins = provider.logins();
        var all = new Api(port, logins);
        var product = Input.to("CreateProduct")
                .with("key", "token-owned")
                .with("name", "Owned")
                .with("ownerId", team("token-owners"));
        var id = all.done("admin", product).at("/product/id").asString();
        var input = Map.of("productId", id, "expectedRevision", 1, "name", "Renamed");
        var revise = "mutation ($input: ReviseProductInput!) { reviseProduct(input: $input) { problems { code } } }";
        assertThat(all.error("owner", revise, Map.of("input", input))).isEqualTo("FORBIDDEN");
        var member = Api.token(provider.token(claims -> claims.subject("owning")
                .claim("scp", List.of("catalog:write"))
                .claims(claimed -> claimed.remove("scope"))
                .claim("teams", "token-owners")));
        assertThat(api.ask(member, revise, Map.of("input", input)).at("/reviseProduct/problems"))
                .isEmpty();
    }

    @Test
    void aNameIsOneLineOfText() {
        var name = "A\u202Ed\u0085a\u2028 " + "a".repeat(193) + "\uD83D\uDE00";
        assertThat(me(provider.token(claims -> claims.subject("odd").claim("name", name)))
                        .get("name")
                        .asString())
                .isEqualTo("Ada " + "a".repeat(193));
    }

    @Test
    void twoProvidersSubjectsAreTwoPeople() {
        assertThat(me(provider.token(claims -> claims.subject("admin")))
                        .get("name")
                        .asString())
                .isEqualTo("Olivia Rivera");
    }

    @Test
    void anAppIsSomebodyToo() {
        var token = Api.token(provider.forNewsletter("claims:read"));
        assertThat(api.ask(token, "{ claims { totalCount } }", Map.of())
                        .at("/claims/totalCount")
                        .isNumber())
                .isTrue();
        var draft = Input.to("DraftClaim").with("text", "Up to 50 GB").with("kind", "FACTUAL");
        assertThat(api.error(token, draft.document(), Map.of("input", draft.fields())))
                .isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt"})
    void bothUsualTypesOfTokenAreTaken(String type) {
        assertThat(me(provider.token(type, claims -> {})).has("id")).isTrue();
    }

    @Test
    void clocksMayDifferByAMinute() {
        assertThat(me(provider.token(claims -> claims.issuedAt(Instant.now().minusSeconds(90))
                                .expiresAt(Instant.now().minusSeconds(30))))
                        .has("id"))
                .isTrue();
    }

    static Stream<String> refused() {
        var provider = OpenIdProvider.running();
        var longAgo = Instant.now().minusSeconds(3_600);
        return Stream.of(
                provider.token(claims -> claims.issuedAt(longAgo).expiresAt(longAgo.plusSeconds(600))),
                provider.token(claims -> claims.claims(all -> all.remove("exp"))),
                provider.token(claims -> claims.notBefore(Instant.now().plusSeconds(600))),
                provider.token(claims -> claims.audience(List.of("another service"))),
                provider.token(claims -> claims.claims(all -> all.remove("aud"))),
                provider.token(claims -> claims.issuer("https://elsewhere.example.com")),
                provider.token(claims -> claims.claims(all -> all.remove("sub"))),
                provider.token(claims -> claims.subject(" ")),
                provider.token("secevent+jwt", claims -> {}),
                provider.forged(claims -> {}),
                provider.unsigned(),
                provider.signedWithThePublicKey(),
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void expiredForeignForgedAndUnsignedTokensAreNobodys(String token) {
        var answer = api.raw(Api.token(token), ME, Map.of());
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.at("/errors/0/message").asString()).startsWith("This login or token is not taken");
    }

    @Test
    void aLocalAccountIsNobodyHere() {
        assertThat(api.error("admin", ME, Map.of())).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aKeyIsRotatedWithoutARestart() {
        var before = Api.token(provider.token(claims -> {}));
        assertThat(api.raw(before, ME, Map.of()).has("data")).isTrue();
        provider.rotateKey();
        var after = Api.token(provider.token(claims -> {}));
        await().atMost(A_WHILE).until(() -> api.raw(after, ME, Map.of()).has("data"));
        await().atMost(A_WHILE).until(() -> api.error(before, ME, Map.of()).equals("UNAUTHENTICATED"));
    }

    private String team(String key) {
        var input = Input.to("CreateTeam").with("key", key).with("name", key);
        var document =
                "mutation ($input: CreateTeamInput!) { createTeam(input: $input) { team { id } problems { code } } }";
        return new Api(port, provider.logins())
                .ask("admin", document, Map.of("input", input.fields()))
                .at("/createTeam/team/id")
                .asString();
    }

    private JsonNode me(String token) {
        return api.ask(Api.token(token), ME, Map.of()).get("me");
    }
}

package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.Input;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A token is good for its scopes and for nothing else, whatever its person's roles. */
@ProviderTest
class ScopeTests {

    private final OpenIdProvider provider = OpenIdProvider.running();
    private Api api;
    private String all;

    @BeforeEach
    void anApi(@LocalServerPort int port) {
        api = new Api(port);
        all = with(
                "catalog:read catalog:write facts:read facts:write claims:read claims:write people:read history:read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        catalog:read      | { features { totalCount } }
        catalog:read      | { products { nodes { key } } }
        facts:read        | { facts { totalCount } }
        claims:read       | { claims { totalCount } }
        claims:read       | { publishableClaim(id: "x") { text } }
        publications:read | { publishableClaim(id: "x") { text } }
        people:read       | { me { id } }
        people:read       | { teams { totalCount } }
        catalog:read      | { areas { totalCount } }
        facts:read        | { contributions { totalCount } }
        """)
    void whatItsScopeReachesIsAnswered(String scope, String query) {
        api.ask(with(scope), query, Map.of());
        var others = "catalog:read facts:read claims:read publications:read people:read history:read catalog:write"
                .replace(scope, "");
        if (!query.contains("publishable")) {
            assertThat(api.error(with(others), query, Map.of())).isEqualTo("FORBIDDEN");
        }
        assertThat(api.error(with("openid profile"), query, Map.of())).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        claims:read   | { claims { nodes { substantiation { fact { id } } } } }
        claims:read facts:read   | { claims { nodes { reasons { message } } } }
        claims:read facts:read people:read | { claims { nodes { explanation } } }
        claims:read   | { previewFeatureRevision(input: {featureId: "x", expectedRevision: 1}) { affectedUsages } }
        claims:read catalog:write | mutation { reviseFeature(input: {featureId: "x", expectedRevision: 1}) { impact { suspectFacts } } }
        facts:read    | { facts { nodes { moved { before } } } }
        claims:read   | { claims { nodes { author { name } } } }
        claims:read   | { claims { nodes { history { totalCount } } } }
        catalog:read  | { features { nodes { owner { id } } } }
        catalog:read  | { areas { nodes { steward { id } } } }
        catalog:read  | { marketProblems { nodes { contribution { id } } } }
        facts:read    | { contributions { nodes { became { __typename } } } }
        facts:read    | { contributions { nodes { by { name } } } }
        facts:write   | mutation { acceptContribution(input: {contributionId: "x"}) { problems { code } } }
        catalog:write | mutation { reassign(input: {fromId: "x", toId: "x"}) { problems { code } } }
        catalog:read  | { features { nodes { ...f } } } fragment f on Feature { facts { totalCount } }
        catalog:read  | { node(id: "x") { ... on Claim { text } } }
        catalog:read  | query ($yes: Boolean = true) { features { nodes { facts @include(if: $yes) { totalCount } } } }
        """)
    void nothingLeadsFromOneScopeIntoAnother(String scope, String query) {
        assertThat(api.error(with(scope), query, Map.of())).isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        catalog:read  | { facts { totalCount } }                      | it takes a token with the scope facts:read
        history:read  | { claims { nodes { author { name } } } }      | it takes a token with the scopes claims:read, people:read
        """)
    void whoeverIsRefusedIsToldWhatTheTokenLacks(String scope, String query, String what) {
        var error = api.raw(with(scope), query, Map.of()).at("/errors/0");
        assertThat(error.get("message").asString()).isEqualTo("You may not do this: " + what + ".");
    }

    @Test
    void aNodeOfAnotherScopeIsNotThere() {
        var product = product("scope-node");
        var query = "query ($id: ID!) { node(id: $id) { id __typename } nodes(ids: [$id]) { id } }";
        var seen = api.ask(with("catalog:read"), query, Map.of("id", product));
        assertThat(seen.at("/node/id").asString()).isEqualTo(product);
        assertThat(seen.at("/nodes/0/id").asString()).isEqualTo(product);
        var hidden = api.ask(with("claims:read"), query, Map.of("id", product));
        assertThat(hidden.at("/node").isNull()).isTrue();
        assertThat(hidden.at("/nodes/0").isNull()).isTrue();
    }

    @Test
    void aWriteTakesItsScope() {
        var input = Input.to("CreateProduct").with("key", "scope-write").with("name", "Written");
        var variables = Map.of("input", input.fields());
        assertThat(api.error(with("catalog:read claims:write"), input.document(), variables))
                .isEqualTo("FORBIDDEN");
        api.done(all, input);
    }

    @Test
    void aWriteAloneReadsNothingBack() {
        var document =
                "mutation ($input: CreateProductInput!) { createProduct(input: $input) { %s problems { code message }"
                        + " } }";
        var fields = Input.to("CreateProduct")
                .with("key", "scope-blind")
                .with("name", "Blind")
                .fields();
        var write = with("catalog:write");
        assertThat(api.error(write, document.formatted("product { id }"), Map.of("input", fields)))
                .isEqualTo("FORBIDDEN");
        var done = api.ask(write, document.formatted(""), Map.of("input", fields));
        assertThat(done.at("/createProduct/problems").isEmpty()).isTrue();
        var refused =
                api.ask(write, document.formatted(""), Map.of("input", fields)).at("/createProduct/problems/0");
        assertThat(refused.get("code").asString()).isEqualTo("KEY_TAKEN");
        assertThat(refused.get("message").asString())
                .doesNotContain("scope-blind")
                .startsWith("This was refused");
        var told = api.ask(all, document.formatted(""), Map.of("input", fields)).at("/createProduct/problems/0");
        assertThat(told.get("message").asString()).contains("scope-blind");
    }

    @Test
    void aScopeGivesNoRole() {
        var viewer = Api.token(provider.token(claims ->
                claims.subject("vera").claim("roles", List.of("viewer")).claim("scope", "catalog:read catalog:write")));
        var input = Input.to("CreateProduct").with("key", "scope-role").with("name", "No role");
        assertThat(api.forbidden(viewer, input)).isEqualTo("it takes the role PRODUCT_OWNER.");
    }

    private String product(String key) {
        return api.done(all, Input.to("CreateProduct").with("key", key).with("name", key))
                .at("/product/id")
                .asString();
    }

    private String with(String scopes) {
        return Api.token(provider.token(claims -> claims.subject("scoped").claim("scope", scopes)));
    }
}

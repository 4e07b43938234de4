package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.api.EventStreamClient;
import dev.claimgraph.api.SocketClient;
import dev.claimgraph.shared.Role;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;

/** Every operation against every role and against nobody; {@code docs/access.md} is this table. */
@ClaimgraphTest
class AccessMatrixTests {

    private static final Path PAGE = Path.of("docs/access.md");
    private static final Map<String, Role> ACCOUNTS = accounts();

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");
    private static final String HEAD = """
        # Who may call what

        Every operation against every role and against nobody. Roles add up. Beside the role, ownership counts: a product owner writes and
        verifies only what is theirs, their team's or that of somebody whose alternate they are; a steward decides where that is theirs by the
        same rule, or nobody's; and nobody approves what they wrote, but an admin may attest what they import.

        A token is good for the scopes it names, and for nothing else: to write, that of the operation; to read, those of all types that its
        document may lead to. With `claimgraph.public-reading`, nobody reads what takes `publications:read`, which comes with `claims:read`.
        A test compares this page with what the service answers.

        """;

    private final GraphQLSchema schema;
    private final Api api;
    private final int port;

    @Autowired
    AccessMatrixTests(GraphQlSource source, @LocalServerPort int port) {
        this.schema = source.schema();
        this.api = new Api(port);
        this.port = port;
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        assertThat(Root.all(schema))
                .allSatisfy(root -> assertThat(root.field().hasAppliedDirective("access"))
                        .as(root.name())
                        .isTrue());
    }

    @Test
    void everyWriteNamesTheScopeThatATokenNeeds() {
        assertThat(Root.all(schema))
                .filteredOn(root -> root.type().equals("Mutation"))
                .allSatisfy(root -> assertThat(scope(root)).as(root.name()).endsWith(":write`"));
    }

    @Test
    void everyTypeNamesTheScopeThatATokenNeedsOrThatItNeedsNone() {
        assertThat(schema.getAllTypesAsList())
                .filteredOn(type -> type instanceof GraphQLObjectType
                        && !type.getName().startsWith("__")
                        && !ROOTS.contains(type.getName()))
                .allSatisfy(type -> assertThat(NeededScopes.of((GraphQLObjectType) type))
                        .as(type.getName())
                        .doesNotContain(Scope.NONE));
    }

    @Test
    void everyOperationAnswersThoseWhomThePageNamesAndNobodyElse() throws IOException {
        var page = new StringBuilder(HEAD);
        page.append("| operation | scope to write | nobody |");
        ACCOUNTS.values().forEach(role -> page.append(' ').append(role).append(" |"));
        page.append("\n|---|---|---|").append("---|".repeat(ACCOUNTS.size())).append('\n');
        for (var root : Root.all(schema)) {
            page.append("| `")
                    .append(root.name())
                    .append("` | ")
                    .append(scope(root))
                    .append(" |");
            page.append(isClosedToNobody(root) ? " |" : " yes |");
            for (var account : ACCOUNTS.keySet()) {
                page.append(isOpen(root, account) ? " yes |" : " |");
            }
            page.append('\n');
        }
        page.append("""

            What a token reads, by the scope that it takes:

            | scope | types |
            |---|---|
            """);
        types().forEach((scope, types) -> page.append("| ")
                .append(scope)
                .append(" | ")
                .append(String.join(", ", types))
                .append(" |\n"));
        if (Boolean.getBoolean("claimgraph.write-pages")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page.toString()).isEqualTo(Files.readString(PAGE));
    }

    private boolean isClosedToNobody(Root root) {
        var code = api.raw(Api.NOBODY, root.document(), Map.of()).at("/errors/0/extensions/code");
        return code.asString("").equals("UNAUTHENTICATED");
    }

    private static String scope(Root root) {
        return names(NeededScopes.of(root.field()));
    }

    private static String names(Set<Scope> scopes) {
        return scopes.stream().map(scope -> "`" + scope + "`").collect(Collectors.joining(", "));
    }

    private Map<String, List<String>> types() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLObjectType object && object.hasAppliedDirective("scope"))
                .map(GraphQLObjectType.class::cast)
                .collect(Collectors.groupingBy(
                        type -> NeededScopes.of(type).isEmpty() ? "none" : names(NeededScopes.of(type)),
                        TreeMap::new,
                        Collectors.mapping(type -> "`" + type.getName() + "`", Collectors.toList())));
    }

    /** Whatever else may be wrong with such a call. */
    private boolean isOpen(Root root, String account) {
        if (root.isSubscription()) {
            try (var stream = EventStreamClient.openWith(port, SocketClient.basic(account), root.document())) {
                return !stream.rest().contains("FORBIDDEN");
            }
        }
        var answer = api.raw(account, root.document(), Map.of());
        var code = answer.at("/errors/0/extensions/code").asString("");
        assertThat(code).as("%s as %s: %s", root.document(), account, answer).isIn("", "FORBIDDEN", "BAD_REQUEST");
        assertThat(answer.has("data")).as("%s: %s", root.document(), answer).isTrue();
        return !code.equals("FORBIDDEN");
    }

    private static Map<String, Role> accounts() {
        var accounts = new LinkedHashMap<String, Role>();
        accounts.put("viewer", Role.VIEWER);
        accounts.put("contributor", Role.CONTRIBUTOR);
        accounts.put("marketer", Role.MARKETER);
        accounts.put("approver", Role.APPROVER);
        accounts.put("owner", Role.PRODUCT_OWNER);
        accounts.put("steward", Role.STEWARD);
        accounts.put("admin", Role.ADMIN);
        return accounts;
    }
}

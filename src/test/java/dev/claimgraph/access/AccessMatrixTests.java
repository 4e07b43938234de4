package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.shared.Role;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;

/** Every operation against every role and against nobody; {@code docs/access.md} is this table. */
@ClaimgraphTest
class AccessMatrixTests {

    private static final Path PAGE = Path.of("docs/access.md");
    private static final Map<String, Role> ACCOUNTS = accounts();

    private final GraphQLSchema schema;
    private final Api api;

    @Autowired
    AccessMatrixTests(GraphQlSource source, @LocalServerPort int port) {
        this.schema = source.schema();
        this.api = new Api(port);
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        assertThat(roots())
                .allSatisfy(root -> assertThat(root.field().hasAppliedDirective("access"))
                        .as(root.name())
                        .isTrue());
    }

    @Test
    void everyOperationAnswersThoseWhomThePageNamesAndNobodyElse() throws IOException {
        var page = new StringBuilder("""
            # Who may call what

            Every operation against every role; who has no account gets nothing but health. A test compares this table with what the service
            answers. STEWARD and what CONTRIBUTOR offers come later. Roles add up. Beside the role, ownership counts: a product owner writes and verifies
            only what is theirs, and nobody approves what they wrote.

            """);
        page.append("| operation |");
        ACCOUNTS.values().forEach(role -> page.append(' ').append(role).append(" |"));
        page.append("\n|---|").append("---|".repeat(ACCOUNTS.size())).append('\n');
        for (var root : roots()) {
            page.append("| `").append(root.name()).append("` |");
            for (var account : ACCOUNTS.keySet()) {
                page.append(isOpen(root, account) ? " yes |" : " |");
            }
            page.append('\n');
        }
        if (Boolean.getBoolean("claimgraph.write-pages")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page.toString()).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void noOperationAnswersWhoHasNoAccount() {
        assertThat(roots())
                .allSatisfy(root -> assertThat(api.raw("nobody", root.document(), Map.of())
                                .at("/errors/0/extensions/code")
                                .asString())
                        .as(root.name())
                        .isEqualTo("UNAUTHENTICATED"));
    }

    /** Whatever else may be wrong with such a call. */
    private boolean isOpen(Root root, String account) {
        var answer = api.raw(account, root.document(), Map.of());
        var code = answer.at("/errors/0/extensions/code").asString("");
        assertThat(code).as("%s as %s: %s", root.document(), account, answer).isIn("", "FORBIDDEN", "BAD_REQUEST");
        assertThat(answer.has("data")).as("%s: %s", root.document(), answer).isTrue();
        return !code.equals("FORBIDDEN");
    }

    private List<Root> roots() {
        return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .filter(type -> type != null)
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new Root(type.getName(), field)))
                .toList();
    }

    private static Map<String, Role> accounts() {
        var accounts = new LinkedHashMap<String, Role>();
        accounts.put("viewer", Role.VIEWER);
        accounts.put("contributor", Role.CONTRIBUTOR);
        accounts.put("marketer", Role.MARKETER);
        accounts.put("approver", Role.APPROVER);
        accounts.put("owner", Role.PRODUCT_OWNER);
        accounts.put("admin", Role.ADMIN);
        return accounts;
    }

    /** A field of Query, Mutation or Subscription. */
    private record Root(String type, GraphQLFieldDefinition field) {

        String name() {
            return type + "." + field.getName();
        }

        /** The least that is valid. */
        String document() {
            var arguments = field.getArguments().stream()
                    .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
                    .map(argument -> argument.getName() + ": " + value(argument.getType()))
                    .collect(Collectors.joining(", "));
            var given = arguments.isEmpty() ? "" : "(" + arguments + ")";
            return "%s { %s%s { __typename } }".formatted(type.toLowerCase(), field.getName(), given);
        }

        private static String value(GraphQLType type) {
            return switch (type) {
                case GraphQLNonNull nonNull -> value(nonNull.getWrappedType());
                case GraphQLList list -> "[]";
                case GraphQLEnumType choices -> choices.getValues().getFirst().getName();
                case GraphQLInputObjectType input -> fields(input);
                case GraphQLScalarType scalar ->
                    switch (scalar.getName()) {
                        case "Int", "Float", "Decimal" -> "1";
                        case "Boolean" -> "true";
                        case "DateTime" -> "\"2026-01-01T00:00:00Z\"";
                        case "Date" -> "\"2026-01-01\"";
                        case "Duration" -> "\"P1D\"";
                        case "URL" -> "\"https://example.com/\"";
                        default -> "\"x\"";
                    };
                default -> throw new IllegalArgumentException(type.toString());
            };
        }

        private static String fields(GraphQLInputObjectType input) {
            var fields = input.getFieldDefinitions().stream().toList();
            var needed = input.isOneOf()
                    ? fields.subList(0, 1)
                    : fields.stream()
                            .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()))
                            .toList();
            return needed.stream()
                    .map(field -> field.getName() + ": " + value(field.getType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }
}

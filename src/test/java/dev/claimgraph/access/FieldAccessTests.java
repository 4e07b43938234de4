package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.shared.Role;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import reactor.core.publisher.Mono;

/** A field that nobody gave a rule is closed, also to admins; so is to tokens a type that nobody gave a scope. */
@ClaimgraphTest
class FieldAccessTests {

    private static final String SCHEMA = """
        directive @access(roles: [Role!]! = []) on FIELD_DEFINITION
        directive @scope(names: [String!]! = []) on OBJECT | FIELD_DEFINITION
        enum Role { MARKETER APPROVER }
        type Query {
          open: Int @access
          two: Int @access(roles: [MARKETER, APPROVER])
          forgotten: Int
          claim: Claim @access
          secret: Secret @access
        }
        type Claim @scope(names: ["claims:read"]) { id: ID why: String @scope(names: ["facts:read"]) secret: Secret }
        type Secret { id: ID }
        """;

    private final GraphQL graphQl;

    @Autowired
    FieldAccessTests(Callers callers) {
        graphQl = graphQl(new FieldAccess(callers, new PublicReading(callers, true, 1)));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatHasNoRuleAnswersNobody() {
        assertThat(answers("{ forgotten }", Role.ADMIN)).isFalse();
    }

    @Test
    void whatNamesNoRoleAnswersEveryAccount() {
        assertThat(answers("{ open }", Role.VIEWER)).isTrue();
    }

    @Test
    void oneOfTheRolesIsEnough() {
        assertThat(answers("{ two }", Role.MARKETER)).isTrue();
        assertThat(answers("{ two }", Role.APPROVER)).isTrue();
        assertThat(answers("{ two }", Role.ADMIN)).isTrue();
        assertThat(answers("{ two }", Role.PRODUCT_OWNER)).isFalse();
    }

    @Test
    void aTokenReadsOnlyTypesOfItsScopes() {
        assertThat(answersToken("{ claim { id } }", Scope.CLAIMS_READ)).isTrue();
        assertThat(answersToken("{ claim { id } }", Scope.FACTS_READ)).isFalse();
        assertThat(answersToken("{ claim { why } }", Scope.CLAIMS_READ)).isFalse();
        assertThat(answersToken("{ claim { why } }", Scope.CLAIMS_READ, Scope.FACTS_READ))
                .isTrue();
    }

    @Test
    void aTypeWithoutAScopeIsReadByNoToken() {
        var all = EnumSet.allOf(Scope.class);
        all.remove(Scope.NONE);
        var scopes = all.toArray(Scope[]::new);
        assertThat(answers("{ secret { id } }", Role.VIEWER)).isTrue();
        assertThat(answersToken("{ secret { id } }", scopes)).isFalse();
        assertThat(answersToken("{ claim { ...secret } } fragment secret on Claim { secret { id } }", scopes))
                .isFalse();
    }

    @Test
    void nobodyReadsNothing() {
        assertThat(graphQl.execute("{ open }").getErrors()).isNotEmpty();
        assertThat(graphQl.execute("{ claim { id } }").getErrors()).isNotEmpty();
    }

    private boolean answers(String query, Role role) {
        return answers(query, role, null);
    }

    private boolean answersToken(String query, Scope... scopes) {
        return answers(query, Role.ADMIN, Set.of(scopes));
    }

    private boolean answers(String query, Role role, @Nullable Set<Scope> scopes) {
        var identity = new Identity("field-access-" + role, "X", Set.of(role), null, scopes);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(identity, null));
        var errors = graphQl.execute(query).getErrors();
        assertThat(errors).allSatisfy(error -> assertThat(error.getMessage()).isEqualTo("Forbidden"));
        return errors.isEmpty();
    }

    private static GraphQL graphQl(FieldAccess access) {
        var builder = GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ByteArrayResource(SCHEMA.getBytes(StandardCharsets.UTF_8)))
                .exceptionResolvers(List.of((failure, field) -> Mono.just(List.of(GraphqlErrorBuilder.newError(field)
                        .message(failure.getClass().getSimpleName())
                        .build()))));
        access.customize(builder);
        return builder.build().graphQl();
    }
}

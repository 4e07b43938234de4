package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import reactor.core.publisher.Mono;

/** A field that nobody gave a rule is closed, also to admins. */
class FieldAccessTests {

    private static final String SCHEMA = """
        directive @access(roles: [Role!]! = []) on FIELD_DEFINITION
        enum Role { MARKETER APPROVER }
        type Query { open: Int @access two: Int @access(roles: [MARKETER, APPROVER]) forgotten: Int }
        """;

    private final GraphQL graphQl = graphQl();

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

    private boolean answers(String query, Role role) {
        var actor = new Actor("person_x", "X", Set.of(role));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(actor, null));
        var errors = graphQl.execute(query).getErrors();
        assertThat(errors).allSatisfy(error -> assertThat(error.getMessage()).isEqualTo("Forbidden"));
        return errors.isEmpty();
    }

    private static GraphQL graphQl() {
        var builder = GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ByteArrayResource(SCHEMA.getBytes(StandardCharsets.UTF_8)))
                .exceptionResolvers(List.of((failure, field) -> Mono.just(List.of(GraphqlErrorBuilder.newError(field)
                        .message(failure.getClass().getSimpleName())
                        .build()))));
        new FieldAccess().customize(builder);
        return builder.build().graphQl();
    }
}

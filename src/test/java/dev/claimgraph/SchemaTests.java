package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Role;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.idl.ScalarInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;

/** Keeps the schema described, served and in step with the code. */
@ClaimgraphTest
class SchemaTests {

    private final GraphQLSchema schema;
    private final SchemaInspection inspection;

    @Autowired
    SchemaTests(GraphQlSource source, SchemaInspection inspection) {
        this.schema = source.schema();
        this.inspection = inspection;
    }

    @Test
    void everythingInTheSchemaIsServed() {
        var report = inspection.report();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.fieldNullnessErrors()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
        assertThat(report.skippedTypes()).isEmpty();
    }

    @Test
    void everythingInTheSchemaIsDescribed() {
        var undescribed = new ArrayList<String>();
        for (var type : types()) {
            check(type.getName(), type, undescribed);
            for (var part : type.getChildren()) {
                if (isPart(part) && part instanceof GraphQLNamedSchemaElement named) {
                    check(type.getName() + "." + named.getName(), named, undescribed);
                }
                if (part instanceof GraphQLFieldDefinition field) {
                    field.getArguments()
                            .forEach(argument -> check(
                                    "%s.%s(%s)".formatted(type.getName(), field.getName(), argument.getName()),
                                    argument,
                                    undescribed));
                }
            }
        }
        assertThat(undescribed).isEmpty();
    }

    @Test
    void theSchemasEnumsAreOurs() {
        assertThat(values("ProblemCode")).containsExactly(names(ProblemCode.values()));
        assertThat(values("Role")).containsExactly(names(Role.values()));
    }

    @Test
    void theWelcomeToGraphiqlIsAQuery() throws IOException {
        var welcome =
                new ClassPathResource("static/graphiql/welcome.graphql").getContentAsString(StandardCharsets.UTF_8);
        assertThat(ParseAndValidate.parseAndValidate(
                                schema,
                                ExecutionInput.newExecutionInput(welcome).build())
                        .getErrors())
                .isEmpty();
    }

    private List<GraphQLNamedType> types() {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .filter(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName()))
                .toList();
    }

    /** Neither one of the type's interfaces or members, nor a directive on it. */
    private static boolean isPart(GraphQLSchemaElement child) {
        return child instanceof GraphQLFieldDefinition
                || child instanceof GraphQLInputObjectField
                || child instanceof GraphQLEnumValueDefinition;
    }

    private static void check(String name, GraphQLNamedSchemaElement element, List<String> undescribed) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            undescribed.add(name);
        }
    }

    private List<String> values(String name) {
        return ((GraphQLEnumType) Objects.requireNonNull(schema.getType(name)))
                .getValues().stream().map(GraphQLEnumValueDefinition::getName).toList();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}

package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Role;
import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.ScalarInfo;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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

    /** What hands it to the controllers names each of its fields; see {@code ClaimFilterArgument}. */
    @Test
    void aFilterOfClaimsIsReadAsTheSchemaHasIt() {
        var filter = (GraphQLInputObjectType) schema.getType("ClaimFilter");
        assertThat(filter.getFields())
                .extracting(GraphQLInputObjectField::getName)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ClaimFilter.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(Stream.of(
                        schema.getQueryType().getField("claims"),
                        schema.getQueryType().getField("findMessaging"),
                        schema.getSubscriptionType().getField("claimStandingChanged")))
                .allSatisfy(field ->
                        assertThat(field.getArgument("filter").getType()).isEqualTo(filter));
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

    /** Else an operation could ask for far more than it weighs; see decision 9. */
    @Test
    void whatIsAListButNoPageDoesNotLeadBack() {
        var fields = types().stream()
                .filter(GraphQLFieldsContainer.class::isInstance)
                .flatMap(type -> ((GraphQLFieldsContainer) type)
                        .getFieldDefinitions().stream().map(field -> new Step(type.getName(), field)))
                .filter(step -> !step.target().getName().endsWith("Connection"))
                .toList();
        var lists = fields.stream()
                .filter(step -> GraphQLTypeUtil.isList(
                        GraphQLTypeUtil.unwrapNonNull(step.field().getType())))
                .toList();
        assertThat(lists).isNotEmpty();
        assertThat(lists)
                .allSatisfy(list -> assertThat(reachable(list.target().getName(), fields))
                        .as("what %s.%s leads to", list.type(), list.field().getName())
                        .doesNotContain(list.type()));
    }

    private Set<String> reachable(String from, List<Step> steps) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            var type = open.pop();
            if (!found.add(type)) {
                continue;
            }
            if (schema.getType(type) instanceof GraphQLInterfaceType facade) {
                schema.getImplementations(facade).forEach(one -> open.add(one.getName()));
            }
            if (schema.getType(type) instanceof GraphQLUnionType union) {
                union.getTypes().forEach(one -> open.add(one.getName()));
            }
            steps.stream()
                    .filter(step -> step.type().equals(type))
                    .forEach(step -> open.add(step.target().getName()));
        }
        return found;
    }

    /** A field, and the type that has it. */
    private record Step(String type, GraphQLFieldDefinition field) {

        GraphQLNamedType target() {
            return (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
        }
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

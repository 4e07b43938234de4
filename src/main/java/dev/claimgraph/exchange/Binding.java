package dev.claimgraph.exchange;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.NonNullType;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.GraphQlArgumentBinder;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;

/** Reads a row's fields as if they were sent as a mutation's input. */
@Component
class Binding {

    private static final String INPUT = "input";

    private static final Pattern MISSING = Pattern.compile("Field '(\\w+)' has coerced Null value");
    private static final Pattern UNKNOWN = Pattern.compile("contains a field name '([^']*)' that is not defined");
    private static final Pattern NO_VALUE =
            Pattern.compile("Invalid input for enum '(\\w+)'\\. No value found for name '([^']*)'");

    private final ObjectProvider<GraphQlSource> source;
    private final GraphQlArgumentBinder binder = new GraphQlArgumentBinder();

    Binding(ObjectProvider<GraphQlSource> source) {
        this.source = source;
    }

    /**
     * @param inputType the schema's input
     * @param type what that is read into
     * @return null where a problem says why not
     */
    <T> @Nullable T bind(Map<String, Object> fields, String inputType, Class<T> type, Problems problems) {
        var schema = source.getObject().schema();
        try {
            var definition = VariableDefinition.newVariableDefinition()
                    .name(INPUT)
                    .type(NonNullType.newNonNullType(new TypeName(inputType)).build())
                    .build();
            var coerced = ValuesResolver.coerceVariableValues(
                    schema,
                    List.of(definition),
                    RawVariables.of(Map.of(INPUT, fields)),
                    GraphQLContext.getDefault(),
                    Locale.ENGLISH);
            var bound = binder.bind(coerced.get(INPUT), false, ResolvableType.forClass(type));
            return type.cast(Objects.requireNonNull(bound));
        } catch (GraphQLException unfit) {
            var input = (GraphQLInputObjectType) Objects.requireNonNull(schema.getType(inputType));
            note(String.valueOf(unfit.getMessage()), fields, input, schema, problems);
            return null;
        } catch (BindException unfit) {
            throw new IllegalStateException(unfit);
        }
    }

    /** In words for whoever wrote the row, not for whoever wrote the schema. */
    private static void note(
            String message,
            Map<String, Object> fields,
            GraphQLInputObjectType input,
            GraphQLSchema schema,
            Problems problems) {
        var missing = MISSING.matcher(message);
        var unknown = UNKNOWN.matcher(message);
        var noValue = NO_VALUE.matcher(message);
        if (missing.find()) {
            problems.add(ProblemCode.REQUIRED, "%s is required.".formatted(missing.group(1)), missing.group(1));
        } else if (unknown.find()) {
            var field = unknown.group(1);
            var isOfTheRow = fields.containsKey(field) && input.getField("expectedRevision") == null;
            problems.add(
                    ProblemCode.INVALID,
                    "A row of this type takes no %s; %s."
                            .formatted(field, isOfTheRow ? "it takes " + fieldsOf(input) : "leave it out"),
                    field);
        } else if (noValue.find() && schema.getType(noValue.group(1)) instanceof GraphQLEnumType type) {
            var values = type.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .collect(Collectors.joining(", "));
            var place = input.getFields().stream()
                    .filter(field -> GraphQLTypeUtil.unwrapAll(field.getType()) == type)
                    .map(GraphQLInputObjectField::getName)
                    .filter(field -> noValue.group(2).equals(fields.get(field)))
                    .limit(1);
            problems.add(ProblemCode.INVALID, "%s is none of %s.".formatted(noValue.group(2), values), place.toArray());
        } else {
            problems.add(ProblemCode.INVALID, message.replaceFirst("^Variable 'input' has an invalid value: ", ""));
        }
    }

    private static String fieldsOf(GraphQLInputObjectType input) {
        var ofInput = input.getFields().stream()
                .map(GraphQLInputObjectField::getName)
                .filter(field -> !KeyedRows.NOT_IN_ROWS.contains(field));
        var beside = Stream.of(RowType.values())
                .filter(type -> type.isAttested && type.creation.equals(input.getName()))
                .map(type -> Row.ATTESTED);
        return Stream.concat(ofInput, beside).collect(Collectors.joining(", "));
    }
}

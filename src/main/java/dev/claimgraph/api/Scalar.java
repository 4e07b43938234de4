package dev.claimgraph.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One scalar of the schema as a Java type, with its form as text.
 *
 * @param form what is accepted, as it goes on after "must be"
 * @param read takes the text, or throws an {@link IllegalArgumentException} or a {@link DateTimeException}
 */
record Scalar<T>(String name, Class<T> type, String form, Function<String, T> read, Function<T, Object> write)
        implements Coercing<T, Object> {

    GraphQLScalarType toType() {
        return GraphQLScalarType.newScalar().name(name).coercing(this).build();
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        if (!type.isInstance(value)) {
            throw new CoercingSerializeException(name + " cannot stand for a " + value.getClass());
        }
        return write.apply(type.cast(value));
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        var value = input instanceof String || input instanceof Number ? parse(input) : null;
        if (value == null) {
            throw new CoercingParseValueException(complaint());
        }
        return value;
    }

    @Override
    public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        var value = switch (input) {
            case StringValue text -> parse(text.getValue());
            case IntValue number -> parse(number.getValue());
            case FloatValue number -> parse(number.getValue());
            default -> null;
        };
        if (value == null) {
            throw new CoercingParseLiteralException(complaint());
        }
        return value;
    }

    private @Nullable T parse(@Nullable Object input) {
        try {
            return input == null ? null : read.apply(input.toString());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }

    private String complaint() {
        return "%s must be %s.".formatted(name, form);
    }
}

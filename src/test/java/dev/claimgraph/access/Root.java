package dev.claimgraph.access;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field of Query, Mutation or Subscription. */
record Root(String type, GraphQLFieldDefinition field) {

    static List<Root> all(GraphQLSchema schema) {
        return Stream.of(schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType())
                .filter(Objects::nonNull)
                .flatMap(type -> type.getFieldDefinitions().stream().map(field -> new Root(type.getName(), field)))
                .toList();
    }

    String name() {
        return type + "." + field.getName();
    }

    boolean isSubscription() {
        return type.equals("Subscription");
    }

    /** The least that is valid; for a subscription, one that ends by itself since it begins nowhere. */
    String document() {
        var arguments = field.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType())
                        || isSubscription() && argument.getName().equals("after"))
                .map(argument -> argument.getName() + ": " + value(argument.getType()))
                .collect(Collectors.joining(", "));
        var given = arguments.isEmpty() ? "" : "(" + arguments + ")";
        var part = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLScalarType ? "" : " { __typename }";
        return "%s { %s%s%s }".formatted(type.toLowerCase(), field.getName(), given, part);
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

package dev.claimgraph.api;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an operation asks of a field, looked up in its text: graphql-java's own selection set works out the whole answer's first,
 * which costs more than most answers.
 */
public final class Selection {

    private Selection() {}

    /** Whether the operation names the other field within this one, be it under a condition that does not hold. */
    public static boolean names(DataFetchingEnvironment field, String other) {
        var fragments = field.getFragmentsByName();
        return field.getMergedField().getFields().stream()
                .anyMatch(part -> names(part.getSelectionSet(), other, fragments));
    }

    /** Whether all that the operation asks of a connection's nodes is among these fields. */
    public static boolean ofNodesIsWithin(DataFetchingEnvironment field, Set<String> among) {
        var fragments = field.getFragmentsByName();
        var connection = field.getMergedField().getFields().stream()
                .flatMap(part -> fields(part.getSelectionSet(), fragments))
                .toList();
        var edges = connection.stream()
                .filter(part -> part.getName().equals("edges"))
                .flatMap(part -> fields(part.getSelectionSet(), fragments));
        return Stream.concat(connection.stream(), edges)
                .filter(part -> part.getName().equals("nodes") || part.getName().equals("node"))
                .flatMap(part -> fields(part.getSelectionSet(), fragments))
                .allMatch(part -> among.contains(part.getName()));
    }

    private static boolean names(SelectionSet selected, String other, Map<String, FragmentDefinition> fragments) {
        return fields(selected, fragments).anyMatch(field -> field.getName().equals(other));
    }

    private static Stream<Field> fields(SelectionSet selected, Map<String, FragmentDefinition> fragments) {
        return selected.getSelections().stream().flatMap(selection -> switch (selection) {
            case Field field -> Stream.of(field);
            case InlineFragment fragment -> fields(fragment.getSelectionSet(), fragments);
            case FragmentSpread spread ->
                fields(Objects.requireNonNull(fragments.get(spread.getName())).getSelectionSet(), fragments);
            default -> Stream.<Field>empty();
        });
    }
}

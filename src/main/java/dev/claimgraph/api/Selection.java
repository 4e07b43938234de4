package dev.claimgraph.api;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;

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

    private static boolean names(SelectionSet selected, String other, Map<String, FragmentDefinition> fragments) {
        return selected.getSelections().stream().anyMatch(selection -> switch (selection) {
            case Field field -> field.getName().equals(other);
            case InlineFragment fragment -> names(fragment.getSelectionSet(), other, fragments);
            case FragmentSpread spread ->
                names(Objects.requireNonNull(fragments.get(spread.getName())).getSelectionSet(), other, fragments);
            default -> false;
        });
    }
}

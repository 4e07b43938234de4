package dev.claimgraph.api;

import dev.claimgraph.paging.PageRequest;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a valid document asks for. Each fragment is weighed once, however often it is spread, so that weighing takes no longer than
 * reading.
 *
 * @param depth fields within fields
 * @param fields with those of fragments as often as they are spread
 * @param complexity fields of the answer, where every page is full
 * @param isByVariables whether the complexity is another one with other variables
 */
record Weight(int depth, long fields, long aliases, long directives, long complexity, boolean isByVariables) {

    static final Weight NOTHING = new Weight(0, 0, 0, 0, 0, false);

    /** No sum of two such numbers overflows. */
    private static final long MOST = Long.MAX_VALUE / 2;

    static Weight of(Document document, Map<String, Object> variables) {
        var scale = new Scale(document, variables);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> scale.weigh(operation.getSelectionSet()).and(directives(operation.getDirectives())))
                .reduce(NOTHING, Weight::and);
    }

    /** What is over its limit, as a sentence; empty where nothing is. */
    Optional<String> over(Limits limits) {
        return Optional.ofNullable(first(
                over("nests %,d fields", depth, limits.depth()),
                over("names %,d fields", fields, limits.fields()),
                over("gives %,d aliases", aliases, limits.aliases()),
                over("uses %,d directives", directives, limits.directives()),
                over("may be answered by %,d fields, counting full pages", complexity, limits.complexity())));
    }

    private static @Nullable String over(String what, long weight, long limit) {
        return weight <= limit
                ? null
                : ("The operation " + what + "; at most %,d are answered. Ask for less at a time.")
                        .formatted(weight, limit);
    }

    private static @Nullable String first(@Nullable String... sentences) {
        for (var sentence : sentences) {
            if (sentence != null) {
                return sentence;
            }
        }
        return null;
    }

    private Weight and(Weight other) {
        return new Weight(
                Math.max(depth, other.depth),
                sum(fields, other.fields),
                sum(aliases, other.aliases),
                sum(directives, other.directives),
                sum(complexity, other.complexity),
                isByVariables || other.isByVariables);
    }

    private Weight under(Field field, long times) {
        return new Weight(
                depth + 1,
                sum(fields, 1),
                sum(aliases, field.getAlias() == null ? 0 : 1),
                directives,
                sum(1, complexity > MOST / times ? MOST : complexity * times),
                isByVariables || isSizedByVariable(field));
    }

    private static boolean isSizedByVariable(Field field) {
        return field.getArguments().stream()
                .anyMatch(argument -> isPageSize(argument) && argument.getValue() instanceof VariableReference);
    }

    private static boolean isPageSize(Argument argument) {
        return argument.getName().equals("first") || argument.getName().equals("last");
    }

    private static Weight directives(List<Directive> directives) {
        return new Weight(0, 0, 0, directives.size(), 0, false);
    }

    private static long sum(long one, long other) {
        return Math.min(MOST, one + other);
    }

    /** Weighs the parts of one document. */
    private record Scale(Document document, Map<String, Object> variables, Map<String, Weight> fragments) {

        Scale(Document document, Map<String, Object> variables) {
            this(document, variables, new HashMap<>());
        }

        Weight weigh(@Nullable SelectionSet selected) {
            return selected == null
                    ? NOTHING
                    : selected.getSelections().stream()
                            .map(selection -> switch (selection) {
                                case Field field -> weigh(field);
                                case InlineFragment inline ->
                                    weigh(inline.getSelectionSet()).and(directives(inline.getDirectives()));
                                case FragmentSpread spread ->
                                    weigh(spread.getName()).and(directives(spread.getDirectives()));
                                default -> NOTHING;
                            })
                            .reduce(NOTHING, Weight::and);
        }

        private Weight weigh(Field field) {
            return weigh(field.getSelectionSet()).under(field, pageSize(field)).and(directives(field.getDirectives()));
        }

        private Weight weigh(String fragment) {
            var known = fragments.get(fragment);
            if (known != null) {
                return known;
            }
            var weight = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .filter(definition -> definition.getName().equals(fragment))
                    .map(definition -> weigh(definition.getSelectionSet()).and(directives(definition.getDirectives())))
                    .reduce(NOTHING, Weight::and);
            fragments.put(fragment, weight);
            return weight;
        }

        /** How many items a field's page may have; 1 for a field that has none. */
        private long pageSize(Field field) {
            return field.getArguments().stream()
                    .filter(Weight::isPageSize)
                    .mapToLong(this::number)
                    .max()
                    .orElseGet(() -> isPaged(field) ? PageRequest.DEFAULT : 1);
        }

        private long number(Argument argument) {
            return switch (argument.getValue()) {
                case IntValue number -> Math.clamp(number.getValue().longValue(), 1, MOST);
                case VariableReference variable
                when variables.get(variable.getName()) instanceof Number number ->
                    Math.clamp(number.longValue(), 1, MOST);
                default -> PageRequest.DEFAULT;
            };
        }

        private static boolean isPaged(Field field) {
            return field.getSelectionSet() != null
                    && field.getSelectionSet().getSelectionsOfType(Field.class).stream()
                            .anyMatch(part -> part.getName().equals("nodes")
                                    || part.getName().equals("edges"));
        }
    }
}

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        try {
            var definition = VariableDefinition.newVariableDefinition()
                    .name(INPUT)
                    .type(NonNullType.newNonNullType(new TypeName(inputType)).build())
                    .build();
            var coerced = ValuesResolver.coerceVariableValues(
                    source.getObject().schema(),
                    List.of(definition),
                    RawVariables.of(Map.of(INPUT, fields)),
                    GraphQLContext.getDefault(),
                    Locale.ENGLISH);
            var bound = binder.bind(coerced.get(INPUT), false, ResolvableType.forClass(type));
            return type.cast(Objects.requireNonNull(bound));
        } catch (GraphQLException unfit) {
            problems.add(ProblemCode.INVALID, plain(String.valueOf(unfit.getMessage())));
            return null;
        } catch (BindException unfit) {
            throw new IllegalStateException(unfit);
        }
    }

    private static String plain(String message) {
        return message.replaceFirst("^Variable 'input' has an invalid value: ", "");
    }
}

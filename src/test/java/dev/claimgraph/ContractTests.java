package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** The operations that front-end apps send are valid; a page that lists the rest shrinks as the rest is built. */
@ClaimgraphTest
class ContractTests {

    private static final Set<String> NOT_BUILT = Set.of();

    private final GraphQLSchema schema;

    @Autowired
    ContractTests(GraphQlSource source) {
        this.schema = source.schema();
    }

    @ParameterizedTest
    @MethodSource("built")
    void anOperationThatIsBuiltIsValid(String name) {
        assertThat(problems(name)).isEmpty();
    }

    @Test
    void whatIsNotBuiltIsNoLongerThanItHasToBe() {
        assertThat(Contract.operations().keySet()).containsAll(NOT_BUILT).hasSize(27);
        assertThat(NOT_BUILT).allSatisfy(name -> assertThat(problems(name)).isNotEmpty());
    }

    private List<?> problems(String name) {
        var document = ParseAndValidate.parse(ExecutionInput.newExecutionInput(Contract.operation(name))
                        .build())
                .getDocument();
        return ParseAndValidate.validate(schema, document, Locale.ENGLISH);
    }

    private static Stream<String> built() {
        return Contract.operations().keySet().stream().filter(name -> !NOT_BUILT.contains(name));
    }
}

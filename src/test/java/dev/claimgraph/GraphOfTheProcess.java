package dev.claimgraph;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Has tests that share a service share it only while the process names the same Neo4j, and not run while that cannot be had. */
class GraphOfTheProcess implements ContextCustomizerFactory, ExecutionCondition {

    static @Nullable String notRun;

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        return new At(System.getProperty("spring.neo4j.uri"));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return notRun == null
                ? ConditionEvaluationResult.enabled("")
                : ConditionEvaluationResult.disabled("not run: " + notRun);
    }

    private record At(@Nullable String uri) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            // The service reads it from the process itself.
        }
    }
}

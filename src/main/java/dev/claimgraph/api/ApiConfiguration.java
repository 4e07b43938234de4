package dev.claimgraph.api;

import java.util.concurrent.Executor;

import org.dataloader.DataLoaderOptions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;

/** Sets up how the API reads. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    /** Nothing is cached within a request: what a mutation or an event made stale is read anew by the next field. */
    @Bean
    BatchLoaderRegistry batchLoaderRegistry(
            @Qualifier(TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME) Executor executor) {
        var uncached = DataLoaderOptions.newOptions().setCachingEnabled(false).build();
        var registry = new DefaultBatchLoaderRegistry(() -> uncached);
        BatchCall.register(registry, executor);
        return registry;
    }
}

package dev.claimgraph.api;

import java.util.List;
import java.util.concurrent.Executor;
import org.dataloader.DataLoaderOptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

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

    /** Every request has a virtual thread of its own, which its controllers may block: handing them on costs more. */
    @Bean
    AnnotatedControllerConfigurer controllers(ObjectProvider<HandlerMethodArgumentResolver> arguments) {
        var controllers = new AnnotatedControllerConfigurer();
        controllers.configureBinder(
                binder -> binder.conversionService(ApplicationConversionService.getSharedInstance()));
        arguments.orderedStream().forEach(controllers::addCustomArgumentResolver);
        return controllers;
    }

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> Scalars.ALL.forEach(scalar -> wiring.scalar(scalar.toType()));
    }

    @Bean
    GraphQlSourceBuilderCustomizer documents(ParsedDocuments documents) {
        return schema -> schema.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    @Bean
    GraphQlSourceBuilderCustomizer types() {
        return schema -> schema.defaultTypeResolver(new Types());
    }

    /** Numbers in variables keep the digits that were sent. */
    @Bean
    JsonMapperBuilderCustomizer exactNumbers() {
        return json -> json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** A query or an operation's name is text, and no number or truth value is taken for it. */
    @Bean
    JsonMapperBuilderCustomizer exactTexts() {
        return json -> json.withCoercionConfig(
                LogicalType.Textual,
                text -> List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                        .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)));
    }
}

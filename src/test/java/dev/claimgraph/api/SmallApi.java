package dev.claimgraph.api;

import java.util.List;
import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.test.tester.WebGraphQlTester;
import org.springframework.util.unit.DataSize;

/** Serves a schema of a test's own with the API's plumbing around it. */
final class SmallApi {

    static final Limits LIMITS = new Limits(DataSize.ofMegabytes(1), 5_000, 20, 400, 50, 50, 50_000, 20, 100);

    private SmallApi() {}

    @SuppressWarnings("unchecked")
    static WebGraphQlTester of(String schema, Object controller) {
        var context = new GenericApplicationContext();
        context.registerBean((Class<Object>) controller.getClass(), () -> controller, new BeanDefinitionCustomizer[0]);
        context.refresh();
        var api = new ApiConfiguration();
        var executor = new VirtualThreadTaskExecutor();
        var controllers = new AnnotatedControllerConfigurer();
        controllers.setApplicationContext(context);
        controllers.setExecutor(executor);
        controllers.addCustomArgumentResolver(new PageArguments(LIMITS));
        controllers.afterPropertiesSet();
        var source = GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ByteArrayResource(schema.getBytes()))
                .configureRuntimeWiring(api.scalars())
                .configureRuntimeWiring(controllers)
                .exceptionResolvers(List.of(new FieldFailures()));
        api.types().customize(source);
        var service = new DefaultExecutionGraphQlService(source.build());
        service.addDataLoaderRegistrar(api.batchLoaderRegistry(executor));
        return WebGraphQlTester.create(WebGraphQlHandler.builder(service)
                .interceptor(new RequestFailures(new Exploring(true, new ServerProperties())))
                .build());
    }
}

package dev.claimgraph.api;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Works out the results of each subscriber on virtual threads of their own, on which the subscriber is the caller: whoever publishes an
 * event waits for nobody.
 */
@Component
@Order(0)
class EventThreads extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder schema) {
        schema.typeVisitors(List.of(this));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> place) {
        if (place.getParentNode() instanceof GraphQLObjectType type
                && type.getName().equals("Subscription")) {
            var code = place.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            var coordinates = FieldCoordinates.coordinates(type, field);
            DataFetcher<?> fetcher = code.getDataFetcher(coordinates, field);
            code.dataFetcher(coordinates, (DataFetcher<?>) environment -> onOwnThreads(fetcher.get(environment)));
        }
        return TraversalControl.CONTINUE;
    }

    private static @Nullable Object onOwnThreads(@Nullable Object events) {
        return events instanceof Publisher<?> published
                ? Flux.from(published)
                        .publishOn(
                                Schedulers.fromExecutor(new DelegatingSecurityContextExecutor(
                                        Thread::startVirtualThread, SecurityContextHolder.getContext())),
                                1)
                : events;
    }
}

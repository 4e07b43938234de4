package dev.claimgraph.access;

import dev.claimgraph.shared.Actor;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Hands a controller method the caller. */
@Component
class ActorArgument implements HandlerMethodArgumentResolver {

    private final Callers callers;

    ActorArgument(Callers callers) {
        this.callers = callers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(MethodParameter parameter, DataFetchingEnvironment field) {
        return callers.actor();
    }
}

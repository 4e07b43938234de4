package dev.claimgraph.api;

import dev.claimgraph.shared.Typed;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ClassNameTypeResolver;

/** Tells which type of the schema an object is: the one that it says itself, else the one that its class is named after. */
class Types implements TypeResolver {

    private final TypeResolver byClass = new ClassNameTypeResolver();

    @Override
    public @Nullable GraphQLObjectType getType(TypeResolutionEnvironment environment) {
        return environment.getObject() instanceof Typed typed
                ? environment.getSchema().getObjectType(typed.typename())
                : byClass.getType(environment);
    }
}

package dev.claimgraph.api;

import dev.claimgraph.shared.Typed;
import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.TypeResolver;
import org.jspecify.annotations.Nullable;

/** Tells which type of the schema an object is. */
class Types implements TypeResolver {

    @Override
    public @Nullable GraphQLObjectType getType(TypeResolutionEnvironment environment) {
        return environment.getSchema().getObjectType(Typed.of(environment.getObject()));
    }
}

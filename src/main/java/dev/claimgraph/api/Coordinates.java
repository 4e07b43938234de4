package dev.claimgraph.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLNamedType;

/** Which field of which type is being read. */
final class Coordinates {

    private Coordinates() {}

    static FieldCoordinates of(DataFetchingEnvironment field) {
        var parent = (GraphQLNamedType) field.getParentType();
        return FieldCoordinates.coordinates(
                parent.getName(), field.getFieldDefinition().getName());
    }
}

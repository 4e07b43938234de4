package dev.claimgraph.access;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.CoercedVariables;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes that a token needs for what is asked for under one field of Query, Mutation or Subscription: those of all types that the
 * selection may lead to, and the field's own. Told from the document alone, before anything is read or written.
 */
final class NeededScopes extends QueryVisitorStub {

    private final GraphQLSchema schema;
    private final Set<Scope> needed = EnumSet.noneOf(Scope.class);

    private NeededScopes(GraphQLSchema schema) {
        this.schema = schema;
    }

    static Set<Scope> of(DataFetchingEnvironment root) {
        var scopes = new NeededScopes(root.getGraphQLSchema());
        scopes.add(root.getFieldDefinition(), "access", "scope");
        for (var field : root.getMergedField().getFields()) {
            QueryTraverser.newQueryTraverser()
                    .schema(root.getGraphQLSchema())
                    .root(field)
                    .rootParentType((GraphQLObjectType) root.getParentType())
                    .fragmentsByName(root.getFragmentsByName())
                    .coercedVariables(CoercedVariables.of(root.getVariables()))
                    .build()
                    .visitPreOrder(scopes);
        }
        return scopes.needed;
    }

    /** The scope without which a type is not read; none where it needs none. */
    static Optional<Scope> of(GraphQLObjectType type) {
        return type.hasAppliedDirective("scope") ? named(type, "scope", "name") : Optional.of(Scope.NONE);
    }

    /** A field of the roots that leads to a {@code Node} may lead anywhere; what it leads to is looked at when it is there. */
    static boolean leadsAnywhere(DataFetchingEnvironment root) {
        return isNode(GraphQLTypeUtil.unwrapAll(root.getFieldType()));
    }

    @Override
    public void visitField(QueryVisitorFieldEnvironment field) {
        if (field.isTypeNameIntrospectionField()) {
            return;
        }
        var isRoot = field.getParentEnvironment() == null;
        if (!isRoot && field.getParentType() instanceof GraphQLObjectType parent) {
            add(parent);
        }
        var leadsTo = GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
        if (!(isRoot && isNode(leadsTo))) {
            add(leadsTo);
        }
    }

    private void add(GraphQLType type) {
        switch (type) {
            case GraphQLObjectType object -> of(object).ifPresent(needed::add);
            case GraphQLInterfaceType shared ->
                schema.getImplementations(shared).forEach(this::add);
            case GraphQLUnionType union -> union.getTypes().forEach(this::add);
            default -> {}
        }
    }

    private void add(GraphQLDirectiveContainer holder, String directive, String argument) {
        if (holder.hasAppliedDirective(directive)) {
            named(holder, directive, argument).ifPresent(needed::add);
        }
    }

    private static boolean isNode(GraphQLType type) {
        return type instanceof GraphQLInterfaceType shared && shared.getName().equals("Node");
    }

    private static Optional<Scope> named(GraphQLDirectiveContainer holder, String directive, String argument) {
        String name =
                holder.getAppliedDirective(directive).getArgument(argument).getValue();
        return Optional.ofNullable(name)
                .map(given ->
                        Scope.named(given).orElseThrow(() -> new IllegalStateException("There is no scope " + given)));
    }
}

package dev.claimgraph.access;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.CoercedVariables;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scopes that a token needs for what is asked for under one field of Query, Mutation or Subscription: those of all types that the
 * selection may lead to, and of all fields in it. Told from the document alone, before anything is read or written.
 */
final class NeededScopes extends QueryVisitorStub {

    private static final String DIRECTIVE = "scope";

    private final GraphQLSchema schema;
    private final Set<Scope> needed = EnumSet.noneOf(Scope.class);

    private NeededScopes(GraphQLSchema schema) {
        this.schema = schema;
    }

    static Set<Scope> of(DataFetchingEnvironment root) {
        var scopes = new NeededScopes(root.getGraphQLSchema());
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

    /** The scopes without which a type is not read. */
    static Set<Scope> of(GraphQLObjectType type) {
        return type.hasAppliedDirective(DIRECTIVE) ? named(type) : Set.of(Scope.NONE);
    }

    /** The scopes without which a field is not read or called, beside those of the types. */
    static Set<Scope> of(GraphQLFieldDefinition field) {
        return field.hasAppliedDirective(DIRECTIVE) ? named(field) : Set.of();
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
        needed.addAll(of(field.getFieldDefinition()));
        var leadsTo = GraphQLTypeUtil.unwrapAll(field.getFieldDefinition().getType());
        if (!(isRoot && isNode(leadsTo))) {
            add(leadsTo);
        }
    }

    private void add(GraphQLType type) {
        switch (type) {
            case GraphQLObjectType object -> needed.addAll(of(object));
            case GraphQLInterfaceType shared ->
                schema.getImplementations(shared).forEach(this::add);
            case GraphQLUnionType union -> union.getTypes().forEach(this::add);
            default -> {}
        }
    }

    private static boolean isNode(GraphQLType type) {
        return type instanceof GraphQLInterfaceType shared && shared.getName().equals("Node");
    }

    private static Set<Scope> named(GraphQLDirectiveContainer holder) {
        List<String> names =
                holder.getAppliedDirective(DIRECTIVE).getArgument("names").getValue();
        return names.stream()
                .map(name ->
                        Scope.named(name).orElseThrow(() -> new IllegalStateException("There is no scope " + name)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}

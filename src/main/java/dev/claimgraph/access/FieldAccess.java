package dev.claimgraph.access;

import dev.claimgraph.api.AccessLost;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Forbidden;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Role;
import dev.claimgraph.shared.Typed;
import graphql.language.ArrayValue;
import graphql.language.EnumValue;
import graphql.language.Value;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens each field of Query, Mutation and Subscription to those whom its {@code @access} names, and to nobody where it has none; to a
 * token, only what its scopes reach. Whoever is refused is logged.
 */
@Component
class FieldAccess extends GraphQLTypeVisitorStub implements GraphQlSourceBuilderCustomizer {

    private static final Logger log = LoggerFactory.getLogger(FieldAccess.class);
    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final Callers callers;
    private final PublicReading publicReading;

    FieldAccess(Callers callers, PublicReading publicReading) {
        this.callers = callers;
        this.publicReading = publicReading;
    }

    @Override
    public void customize(GraphQlSource.SchemaResourceBuilder schema) {
        schema.typeVisitors(List.of(this));
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
            GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> place) {
        if (place.getParentNode() instanceof GraphQLObjectType type && ROOTS.contains(type.getName())) {
            var code = place.getVarFromParents(GraphQLCodeRegistry.Builder.class);
            var coordinates = FieldCoordinates.coordinates(type, field);
            code.dataFetcher(coordinates, guarded(field, code.getDataFetcher(coordinates, field)));
        }
        return TraversalControl.CONTINUE;
    }

    private DataFetcher<?> guarded(GraphQLFieldDefinition field, DataFetcher<?> fetcher) {
        var access = field.getAppliedDirective("access");
        var roles = access == null ? Set.<Role>of() : roles(access);
        return environment -> {
            var identity = callers.identity();
            if (identity == null) {
                return asNobody(environment, fetcher);
            }
            var actor = callers.actor();
            try {
                if (!isOneOf(roles, actor)) {
                    throw Forbidden.to(roles);
                }
                if (access == null) {
                    throw new Forbidden();
                }
                mustReach(identity, environment);
                var answer = fetcher.get(environment);
                if (answer instanceof Payload payload && !payload.problems().isEmpty()) {
                    logRefused(
                            actor,
                            field,
                            payload.problems().stream().map(Problem::code).toList());
                }
                var allowed = identity.scopes() != null && NeededScopes.leadsAnywhere(environment)
                        ? readable(answer, identity, environment)
                        : answer;
                return allowed instanceof Flux<?> events ? events.doOnNext(event -> checkAgain(roles, field)) : allowed;
            } catch (Forbidden refused) {
                logRefused(actor, field, "FORBIDDEN");
                throw refused;
            }
        };
    }

    private @Nullable Object asNobody(DataFetchingEnvironment environment, DataFetcher<?> fetcher) throws Exception {
        if (!publicReading.reaches(NeededScopes.of(environment))) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is logged in.");
        }
        return fetcher.get(environment);
    }

    /** Roles may be taken away while a subscription runs; the scopes of a token stay what they are. */
    private void checkAgain(Set<Role> roles, GraphQLFieldDefinition field) {
        var actor = callers.standing();
        if (actor == null || !isOneOf(roles, actor)) {
            log.info("{} lost access to {}", actor == null ? "Somebody forgotten" : actor.id(), field.getName());
            throw new AccessLost();
        }
    }

    private static boolean isOneOf(Set<Role> roles, Actor actor) {
        return roles.isEmpty() || roles.stream().anyMatch(actor::mayActAs);
    }

    /** @throws Forbidden where a token is not good for all of it, saying what it lacks */
    private static void mustReach(Identity identity, DataFetchingEnvironment environment) {
        var scopes = identity.scopes();
        if (scopes == null) {
            return;
        }
        var lacking = NeededScopes.of(environment);
        lacking.removeAll(scopes);
        if (!lacking.isEmpty()) {
            var named = lacking.stream().map(Scope::toString).collect(Collectors.joining(", "));
            throw new Forbidden("it takes a token with the scope" + (lacking.size() == 1 ? " " : "s ") + named);
        }
    }

    /** What the caller may not read is not there for them. */
    private static @Nullable Object readable(
            @Nullable Object answer, Identity identity, DataFetchingEnvironment environment) {
        return switch (answer) {
            case Mono<?> later -> later.mapNotNull(found -> readable(found, identity, environment));
            case Flux<?> events -> events.mapNotNull(event -> readable(event, identity, environment));
            case List<?> things ->
                things.stream()
                        .map(thing -> readable(thing, identity, environment))
                        .toList();
            case null -> null;
            case Object thing -> {
                var type = environment.getGraphQLSchema().getObjectType(Typed.of(thing));
                yield type != null && identity.carries(NeededScopes.of(type)) ? thing : null;
            }
        };
    }

    private static void logRefused(Actor actor, GraphQLFieldDefinition field, Object why) {
        log.info("{} was refused {}: {}", actor.id(), field.getName(), why);
    }

    private static Set<Role> roles(GraphQLAppliedDirective access) {
        var roles = EnumSet.noneOf(Role.class);
        if (access.getArgument("roles").getArgumentValue().getValue() instanceof ArrayValue named) {
            for (Value<?> role : named.getValues()) {
                roles.add(Role.valueOf(((EnumValue) role).getName()));
            }
        }
        return roles;
    }
}

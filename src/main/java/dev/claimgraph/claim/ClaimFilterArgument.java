package dev.claimgraph.claim;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/**
 * Hands a controller method its field's argument {@code filter}. What binds other inputs looks up a record's components anew with each
 * request, which took a list of claims 7 % of the service's time.
 */
@Component
class ClaimFilterArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ClaimFilter.class;
    }

    @Override
    public @Nullable ClaimFilter resolveArgument(MethodParameter parameter, DataFetchingEnvironment field) {
        Map<String, Object> given = field.getArgument("filter");
        return given == null
                ? null
                : new ClaimFilter(
                        all(given.get("status"), ClaimStatus::valueOf),
                        all(given.get("standing"), ClaimStanding::valueOf),
                        (Boolean) given.get("usable"),
                        all(given.get("kind"), ClaimKind::valueOf),
                        all(given.get("channel")),
                        all(given.get("locale")),
                        all(given.get("personaKeys")),
                        all(given.get("marketProblemKeys")),
                        all(given.get("competitorKeys")),
                        all(given.get("featureKeys")),
                        all(given.get("productKeys")),
                        (String) given.get("ownerId"),
                        (String) given.get("authorId"));
    }

    private static @Nullable List<String> all(@Nullable Object given) {
        return all(given, text -> text);
    }

    private static <T> @Nullable List<T> all(@Nullable Object given, Function<String, T> value) {
        return given == null
                ? null
                : ((Collection<?>) given)
                        .stream().map(String::valueOf).map(value).toList();
    }
}

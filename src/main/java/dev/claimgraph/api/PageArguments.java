package dev.claimgraph.api;

import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Fingerprint;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/** Hands a controller method the page that its field's own arguments ask for: first, after, last, before and orderBy. */
@Component
class PageArguments implements HandlerMethodArgumentResolver {

    private static final Set<String> PLACE = Set.of("first", "after", "last", "before");
    private static final int SCOPE_LENGTH = 16;

    private final int most;

    PageArguments(Limits limits) {
        this.most = limits.pageSize();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(MethodParameter parameter, DataFetchingEnvironment field) {
        return PageRequest.of(
                field.getArgument("first"),
                field.getArgument("after"),
                field.getArgument("last"),
                field.getArgument("before"),
                descending(field.getArgument("orderBy")),
                scope(field),
                Selection.names(field, "totalCount"),
                most);
    }

    private static boolean descending(@Nullable Map<String, Object> order) {
        return order != null && "DESC".equals(order.get("direction"));
    }

    /** The list that a cursor belongs to: everything that it was asked for with, but the place in it. */
    private static String scope(DataFetchingEnvironment field) {
        var arguments = new HashMap<>(field.getArguments());
        arguments.keySet().removeAll(PLACE);
        return Fingerprint.of(
                        Coordinates.of(field).toString(), canonical(arguments).toString())
                .substring(0, SCOPE_LENGTH);
    }

    /** Equal for equal input, whatever the order of its fields, and whether what is null was said or left out. */
    private static Object canonical(Object value) {
        if (!(value instanceof Map<?, ?> fields)) {
            return value instanceof Collection<?> items
                    ? items.stream()
                            .map(item -> item == null ? "null" : canonical(item))
                            .toList()
                    : value;
        }
        var sorted = new TreeMap<String, Object>();
        fields.forEach((name, part) -> {
            if (part != null) {
                sorted.put(String.valueOf(name), canonical(part));
            }
        });
        return sorted;
    }
}

package dev.claimgraph.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/**
 * What revising a subject of any type takes: what is left out stays as it is.
 *
 * @param summary null takes it away
 */
public record ReviseSubject(
        @Nullable String featureId,
        @Nullable String personaId,
        @Nullable String marketProblemId,
        @Nullable String competitorId,
        long expectedRevision,
        @Nullable String note,
        @Nullable String name,
        ArgumentValue<String> summary,
        @Nullable Lifecycle lifecycle,
        @Nullable List<AttributeInput> setAttributes,
        @Nullable List<String> removeAttributes,
        @Nullable List<String> personaIds,
        @Nullable List<String> featureIds) {

    /** The input's field that names the subject. */
    static String idField(SubjectType type) {
        return switch (type) {
            case FEATURE -> "featureId";
            case PERSONA -> "personaId";
            case MARKET_PROBLEM -> "marketProblemId";
            case COMPETITOR -> "competitorId";
        };
    }

    /** The names of the attributes that it sets or takes away. */
    public Set<String> attributes() {
        var names = new HashSet<String>();
        Objects.requireNonNullElse(setAttributes, List.<AttributeInput>of())
                .forEach(attribute -> names.add(attribute.name().strip()));
        Objects.requireNonNullElse(removeAttributes, List.<String>of()).forEach(name -> names.add(name.strip()));
        return names;
    }

    String subjectId(SubjectType type) {
        var id = switch (type) {
            case FEATURE -> featureId;
            case PERSONA -> personaId;
            case MARKET_PROBLEM -> marketProblemId;
            case COMPETITOR -> competitorId;
        };
        return Objects.requireNonNullElse(id, "");
    }
}

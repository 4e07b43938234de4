package dev.claimgraph;

import dev.claimgraph.catalog.AttributeValue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.stereotype.Component;

/** Keeps what Spring finds amiss between the schema and the controllers, for {@link SchemaTests}. */
@Component
class SchemaInspection implements GraphQlSourceBuilderCustomizer {

    private @Nullable SchemaReport report;

    @Override
    public void customize(SchemaResourceBuilder schema) {
        schema.inspectSchemaMappings(
                types -> Stream.of(AttributeValue.class.getPermittedSubclasses())
                        .forEach(type -> types.classMapping(type.getSimpleName(), type)),
                found -> report = found);
    }

    SchemaReport report() {
        if (report == null) {
            throw new IllegalStateException("The schema has not been inspected");
        }
        return report;
    }
}

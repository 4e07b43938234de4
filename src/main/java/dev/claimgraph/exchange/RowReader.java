package dev.claimgraph.exchange;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads rows one by one, and notes what cannot be read. */
abstract class RowReader implements AutoCloseable {

    private static final String TYPES =
            Stream.of(RowType.values()).map(type -> type.typename).collect(Collectors.joining(", "));

    private final Report report;

    RowReader(Report report) {
        this.report = report;
    }

    /** The next one that can be read; null behind the last one. */
    abstract @Nullable Row next() throws IOException;

    @Override
    public abstract void close() throws IOException;

    void refuse(long line, String why) {
        var problems = new Problems();
        problems.add(ProblemCode.INVALID, why);
        report.add(line, problems);
    }

    /** @return null where the fields do not say what it is, which is noted */
    @Nullable
    Row row(long line, Map<String, Object> fields) {
        var named = fields.remove("type");
        var type = named == null ? null : RowType.of(named).orElse(null);
        if (type == null) {
            var problems = new Problems();
            var code = named == null ? ProblemCode.REQUIRED : ProblemCode.INVALID;
            problems.add(code, "type must be one of %s.".formatted(TYPES), "type");
            report.add(line, problems);
            return null;
        }
        var attested = fields.get(Row.ATTESTED);
        if (type.isAttested && attested != null && !(attested instanceof Map<?, ?>)) {
            var problems = new Problems();
            var message = "attested is an object, such as {\"%s\": …}; see Attested%sInput in the schema."
                    .formatted(type == RowType.FACT ? "standing" : "status", type.typename);
            problems.add(ProblemCode.INVALID, message, Row.ATTESTED);
            report.add(line, problems);
            return null;
        }
        return Row.of(line, type, fields);
    }
}

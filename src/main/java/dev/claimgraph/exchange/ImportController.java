package dev.claimgraph.exchange;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Imports what fits into a request. */
@Controller
class ImportController {

    /** So many that others do not wait for what they lock. */
    private static final int MOST_LINES = 2_000;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @MutationMapping
    ImportRowsPayload importRows(Actor actor, @Argument ImportRows input) {
        return Refusal.catching(() -> imported(actor, input), ImportRowsPayload::of);
    }

    private Report imported(Actor actor, ImportRows input) {
        if (input.rows().lines().skip(MOST_LINES).findFirst().isPresent()) {
            var message = "At most %,d lines go here; import larger files from the command line.".formatted(MOST_LINES);
            throw Refusal.of(ProblemCode.TOO_LONG, message, "rows");
        }
        return imports.runAtOnce(
                actor,
                new RowFile(input.format(), () -> new StringReader(input.rows())),
                new Imports.Options(input.dryRun(), input.attest(), true));
    }

    /** Rows, as they stand in a file. */
    record ImportRows(String rows, RowFormat format, boolean dryRun, boolean attest) {}

    /** What became of them. */
    record ImportRowsPayload(List<Report.Count> counts, List<Problem> problems) implements Payload {

        /** @param report null where nothing was looked at */
        static ImportRowsPayload of(@Nullable Report report, List<Problem> refused) {
            return report == null
                    ? new ImportRowsPayload(List.of(), refused)
                    : new ImportRowsPayload(
                            report.isRefused() ? List.of() : report.counts(),
                            report.problems().stream()
                                    .map(problem -> problem.under("rows"))
                                    .toList());
        }
    }
}

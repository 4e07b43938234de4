package dev.claimgraph.exchange;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import java.io.StringReader;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Imports what fits into a request. */
@Controller
class ImportController {

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @MutationMapping
    ImportRowsPayload importRows(Actor actor, @Argument ImportRows input) {
        var report = imports.runAtOnce(
                actor,
                new RowFile(input.format(), () -> new StringReader(input.rows())),
                new Imports.Options(input.dryRun(), input.attest()));
        return new ImportRowsPayload(
                report.isRefused() ? List.of() : report.counts(),
                report.problems().stream().map(ImportController::inInput).toList());
    }

    private static Problem inInput(Problem problem) {
        return problem.path().getFirst().equals("0") ? problem.within() : problem.under("rows");
    }

    /** Rows, as they stand in a file. */
    record ImportRows(String rows, RowFormat format, boolean dryRun, boolean attest) {}

    /** What became of them. */
    record ImportRowsPayload(List<Report.Count> counts, List<Problem> problems) implements Payload {}
}

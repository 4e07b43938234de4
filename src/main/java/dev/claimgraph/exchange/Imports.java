package dev.claimgraph.exchange;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * Writes files of products, subjects, facts, claims and usages. A file is checked to its end before any of it is written; then it is
 * written and, on an admin's word, attested, some rows at a time, each time in one transaction. What is there already and says the same is passed over, so a file that was
 * cut short is sent again.
 */
@Component
class Imports {

    /** The note of what is verified and approved on an admin's word. */
    static final String ATTESTED = "Attested as it was imported.";

    private static final int ROWS = 500;

    private final List<RowDoor> doors;
    private final References references;
    private final ChangeLog changes;

    Imports(List<RowDoor> doors, References references, ChangeLog changes) {
        this.doors = doors;
        this.references = references;
        this.changes = changes;
    }

    /**
     * @param report has what became of the file, as far as it came, wherever that ends
     * @param progress told of each line up to which the file is checked and, after that, of each up to which it is written
     * @throws Refusal where somebody else than an admin would attest
     * @throws IOException where the file cannot be read to its end; what was written before stays
     */
    void run(Actor actor, RowFile file, Options options, Report report, LongConsumer progress) throws IOException {
        if (options.attest() && !actor.is(Role.ADMIN)) {
            throw Refusal.of(
                    ProblemCode.FORBIDDEN, "Only an admin attests what is imported; leave attest out.", "attest");
        }
        var coming = new Coming();
        read(file, options, report, rows -> {
            check(actor, rows, options, report, coming);
            progress.accept(rows.getLast().line());
        });
        coming.missing().forEach(missing -> report.add(missing.line(), missing.problem()));
        if (!options.dryRun() && !report.isRefused()) {
            report.begin();
            read(file, options, report, rows -> {
                write(actor, rows, report);
                progress.accept(rows.getLast().line());
            });
        }
        if (options.attest() && !options.dryRun() && !report.isRefused()) {
            report.written();
            read(file, options, report, rows -> {
                attest(actor, rows, report);
                progress.accept(rows.getLast().line());
            });
        }
    }

    /** All of it in one transaction, or nothing. @throws Refusal as a run */
    Report runAtOnce(Actor actor, RowFile file, Options options) {
        try {
            return changes.writeAtLength(() -> {
                var report = runInMemory(actor, file, options);
                if (report.isRefused()) {
                    throw new NothingWritten(report);
                }
                return report;
            });
        } catch (NothingWritten refused) {
            return refused.report;
        }
    }

    private Report runInMemory(Actor actor, RowFile file, Options options) {
        var report = new Report();
        try {
            run(actor, file, options, report, line -> {});
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Actor actor, List<Row> rows, Options options, Report report, Coming coming) {
        var problems = Problems.each(rows);
        var type = rows.getFirst().type();
        if (options.isRequest() && (type == RowType.PERSON || type == RowType.TEAM)) {
            var message = "Rows of people and teams are imported from the command line alone.";
            problems.forEach(found -> found.add(ProblemCode.FORBIDDEN, message, "type"));
        }
        var role = switch (type) {
            case PERSON, TEAM -> Role.ADMIN;
            case CLAIM, USAGE -> Role.MARKETER;
            default -> Role.PRODUCT_OWNER;
        };
        if (actor.mayActAs(role)) {
            door(type).check(actor, references.resolved(rows), problems, coming);
        } else {
            var message =
                    "A %s row takes the role %s; have somebody import it who has that.".formatted(type.typename, role);
            problems.forEach(found -> found.add(ProblemCode.FORBIDDEN, message, "type"));
        }
        for (var i = 0; i < rows.size(); i++) {
            report.add(rows.get(i).line(), problems.get(i));
        }
    }

    private void write(Actor actor, List<Row> rows, Report report) {
        var type = rows.getFirst().type();
        inOneTransaction(rows, report, resolved -> door(type).write(actor, resolved))
                .ifPresent(outcomes -> {
                    outcomes.forEach(outcome -> report.count(type, outcome));
                    report.writtenUpTo(rows.getLast().line());
                });
    }

    private void attest(Actor actor, List<Row> rows, Report report) {
        inOneTransaction(rows, report, resolved -> door(rows.getFirst().type()).attest(actor, resolved))
                .ifPresent(left -> report.attestedUpTo(rows.getLast().line(), left));
    }

    /** Nothing where anything was refused before, or is now. */
    private <T> Optional<T> inOneTransaction(List<Row> rows, Report report, Function<List<Row>, T> work) {
        if (report.isRefused()) {
            return Optional.empty();
        }
        try {
            var resolved = references.resolved(rows);
            return Optional.of(changes.<T>writeAtLength(() -> work.apply(resolved)));
        } catch (Refusal refusal) {
            refusal.problems()
                    .forEach(problem -> report.add(
                            rows.get(Integer.parseInt(problem.path().getFirst()))
                                    .line(),
                            problem.within()));
            return Optional.empty();
        }
    }

    private RowDoor door(RowType type) {
        return doors.stream().filter(door -> door.takes(type)).findFirst().orElseThrow();
    }

    /** Some rows at a time, all of one type; what is attested of them only where somebody does. */
    private static void read(RowFile file, Options options, Report report, Work work) throws IOException {
        try (var reader = file.open(report)) {
            var rows = new ArrayList<Row>();
            for (var row = reader.next(); row != null; row = reader.next()) {
                if (!rows.isEmpty() && (rows.size() == ROWS || rows.getFirst().type() != row.type())) {
                    work.on(List.copyOf(rows));
                    rows.clear();
                }
                rows.add(options.attest() ? row : new Row(row.line(), row.type(), row.fields(), null));
            }
            if (!rows.isEmpty()) {
                work.on(rows);
            }
        }
    }

    /**
     * How a file is imported.
     *
     * @param dryRun whether it is only checked
     * @param attest whether an admin says that its facts are so and its claims may be said
     * @param isRequest whether it came as one, which names no people and teams: who may write those is another matter
     */
    record Options(boolean dryRun, boolean attest, boolean isRequest) {}

    /** What is done to some rows. */
    @FunctionalInterface
    private interface Work {
        void on(List<Row> rows);
    }

    /** Rolls back what was written before something was refused. */
    private static final class NothingWritten extends RuntimeException {

        private final transient Report report;

        NothingWritten(Report report) {
            super(null, null, false, false);
            this.report = report;
        }
    }
}

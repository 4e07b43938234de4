package dev.claimgraph.exchange;

import dev.claimgraph.access.People;
import dev.claimgraph.exchange.Report.Count;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * Imports a file from the command line: {@code import FILE [--as=ACCOUNT] [--format=csv] [--dry-run] [--attest]}. Whoever can open the
 * graph may; the history has it as done by the account, {@code admin} unless another is named.
 */
@Component
class ImportCommand implements ApplicationRunner, ExitCodeGenerator {

    private static final String NAME = "import";
    private static final String AGAIN = "Mend what is wrong and import it again: what is there is passed over.";
    private static final int BROKEN_OFF = 1;
    private static final int REFUSED = 2;

    private final Imports imports;
    private final People people;
    private int exitCode;

    ImportCommand(Imports imports, People people) {
        this.imports = imports;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.getFirst().equals(NAME)) {
            exitCode = run(arguments, Path.of(words.getLast()), System.out, System.err);
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private int run(ApplicationArguments arguments, Path file, PrintStream out, PrintStream err) {
        var account = option(arguments, "as", "admin");
        var report = new Report();
        try {
            var actor = people.actor(account).orElse(null);
            if (actor == null) {
                err.printf("Nobody has the account %s; name another by --as.%n", account);
                return REFUSED;
            }
            return run(actor, file, arguments, report, out, err);
        } catch (Refusal refusal) {
            err.println(refusal.getMessage());
        } catch (CharacterCodingException other) {
            err.printf("%s is not in UTF-8; save it so.%n", file);
        } catch (IOException unreadable) {
            err.printf("%s cannot be read: %s. %s%n", file, unreadable.getMessage(), soFar(report, true));
        } catch (RuntimeException failure) {
            err.printf("The import broke off: %s %s%n", BrokenOff.why(failure), soFar(report, true));
            return BROKEN_OFF;
        }
        return REFUSED;
    }

    private int run(
            Actor actor, Path path, ApplicationArguments arguments, Report report, PrintStream out, PrintStream err)
            throws IOException {
        var isTable = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        var named = option(arguments, "format", isTable ? "csv" : "ndjson").toUpperCase(Locale.ROOT);
        var format = Stream.of(RowFormat.values())
                .filter(known -> known.name().equals(named))
                .findFirst()
                .orElse(null);
        if (format == null) {
            err.printf("--format is ndjson or csv, not %s.%n", named.toLowerCase(Locale.ROOT));
            return REFUSED;
        }
        var options =
                new Imports.Options(arguments.containsOption("dry-run"), arguments.containsOption("attest"), false);
        try (var progress = ProgressBar.of(Files.size(path), out)) {
            var file = new RowFile(
                    format,
                    () -> new InputStreamReader(
                            progress.through(Files.newInputStream(path)), StandardCharsets.UTF_8.newDecoder()));
            imports.run(actor, file, options, report, line -> progress.show());
        }
        report.problems().forEach(problem -> err.println(said(path, problem)));
        report.counts().forEach(count -> out.println(said(count)));
        if (report.isRefused()) {
            err.println(verdict(report));
            return REFUSED;
        }
        if (report.left() > 0) {
            out.printf("%,d claims are drafts: facts that they stand on are not VERIFIED any more.%n", report.left());
        }
        out.println(done(options));
        return 0;
    }

    private static String done(Imports.Options options) {
        if (!options.dryRun()) {
            return "All of it is in the graph.";
        }
        return options.attest()
                ? "Nothing is wrong with its rows, and nothing was written. Whether all of them can be attested shows"
                        + " as they are."
                : "Nothing is wrong with it, and nothing was written.";
    }

    private static String said(Path path, Problem problem) {
        var place = String.join(".", problem.within().path());
        return "%s:%s: %s%s %s"
                .formatted(
                        path,
                        problem.path().getFirst(),
                        place.isEmpty() ? "" : place + ": ",
                        problem.code(),
                        problem.message());
    }

    private static String said(Count count) {
        return "%s: %,d created, %,d revised, %,d unchanged"
                .formatted(count.type(), count.created(), count.revised(), count.unchanged());
    }

    private static String verdict(Report report) {
        var problems = report.problemCount() > report.problems().size()
                ? "Problems: %,d, the first of which are above.".formatted(report.problemCount())
                : "Problems: %,d.".formatted(report.problemCount());
        return problems + " " + soFar(report, false);
    }

    /** @param isInDoubt whether the last transaction may have been committed though nobody heard of it */
    private static String soFar(Report report, boolean isInDoubt) {
        if (isInDoubt ? !report.hasBegun() : report.writtenUpTo() == 0) {
            return "Nothing was written.";
        }
        var known = report.isWritten()
                ? "All lines are in the graph, and those up to %,d are attested".formatted(report.attestedUpTo())
                : "The lines up to %,d are in the graph".formatted(report.writtenUpTo());
        return known + (isInDoubt ? ", perhaps some more. " : ". ") + AGAIN;
    }

    private static String option(ApplicationArguments arguments, String name, String otherwise) {
        var given = arguments.getOptionValues(name);
        return given == null || given.isEmpty() ? otherwise : given.getLast();
    }
}

package dev.claimgraph.bench;

import dev.claimgraph.ClaimgraphApplication;
import dev.claimgraph.copycheck.CheckBench;
import dev.claimgraph.exchange.ImportBench;
import java.io.IOException;
import java.nio.file.Files;
import org.neo4j.driver.Driver;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Runs the measurements that are named, or all, on one generated library: {@code trace fuzz claims=100000 rounds=5 seconds=15}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        run(Options.read(arguments));
        System.exit(0);
    }

    private static void run(Options options) throws Exception {
        try (var context = SpringApplication.run(
                ClaimgraphApplication.class,
                "--server.port=0",
                "--claimgraph.sample-data=false",
                "--claimgraph.background=" + !options.names("import"),
                "--claimgraph.data-dir=" + temporary())) {
            var port = ((WebServerApplicationContext) context).getWebServer().getPort();
            var driver = context.getBean(Driver.class);
            System.out.printf("%,d claims on %d processors, %s%n", options.claims(), processors(), System.getProperty("java.vm.version"));
            if (options.names("import")) {
                ImportBench.run(context, driver, options);
                return;
            }
            var library = Library.generate(context, driver, options.claims(), options.busy());
            var http = Http.at(port);
            if (options.measures("revision")) {
                RevisionBench.run(http, library, options);
            }
            if (options.measures("trace")) {
                TraceBench.run(http, driver, library, options);
            }
            if (options.measures("log")) {
                LogBench.run(driver, options);
            }
            if (options.measures("queue")) {
                QueueBench.run(context, driver, http, options);
            }
            if (options.measures("fuzz")) {
                FuzzBench.run(http, library, options);
            }
            if (options.measures("notices")) {
                NoticeBench.run(context, port, http, library, options);
            }
            if (options.measures("check") || options.measures("find")) {
                var wordings = Wordings.of(context, driver, library);
                if (options.measures("check")) {
                    CheckBench.run(context, wordings, new Copywriter(8), options);
                }
                if (options.measures("find")) {
                    FindBench.run(http, wordings, options);
                }
            }
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String temporary() throws IOException {
        var folder = Files.createTempDirectory("claimgraph-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        return folder.toString();
    }
}

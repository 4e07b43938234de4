package dev.claimgraph.bench;

import dev.claimgraph.search.GeneratedWordings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The folder of a generated library's graph: made for one run, or kept for the next, which measures on a copy. */
final class LibraryFolder {

    private static final String COMPLETE = "complete";

    private LibraryFolder() {}

    /** @param model that embeds what it is found by; empty for none */
    static Path of(HttpOptions options, String model) throws Exception {
        var run = Files.createTempDirectory("claimgraph-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(run)));
        if (options.data() == null) {
            generate(run, options, model);
            return run;
        }
        var scale = options.scale();
        var name = "claims-%d-audiences-%d-version-%d%s"
                .formatted(scale.claims(), scale.audiences(), Generator.VERSION, model.isEmpty() ? "" : "-vectors");
        var kept = options.data().resolve(name);
        if (!Files.exists(kept.resolve(COMPLETE))) {
            Folders.delete(kept);
            generate(kept, options, model);
            Files.createFile(kept.resolve(COMPLETE));
        }
        FileSystemUtils.copyRecursively(kept, run);
        return run;
    }

    private static void generate(Path folder, HttpOptions options, String model) throws Exception {
        var wordings = model.isEmpty() ? GeneratedWordings.withoutMeaning() : GeneratedWordings.by(model);
        try (var graph = RunningGraph.start(folder, options)) {
            Generator.run(graph.driver(), options.scale(), wordings);
        }
    }
}

package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was in the graph is there again after a restore; nothing is copied from under a service that runs, nor over what is there. */
class BackupTests {

    @TempDir
    private Path folder;

    @Test
    void whatWasInTheGraphIsThereAgain() throws Exception {
        var persona = "{\"type\": \"Persona\", \"key\": \"buyer\", \"name\": \"Buyer\"}\n";
        Files.writeString(folder.resolve("rows.ndjson"), persona);
        assertThat(done("import", "rows.ndjson"))
                .isEqualTo("Persona: 1 created, 0 revised, 0 unchanged\nAll of it is in the graph.\n");
        assertThat(done("backup", "one.zip")).startsWith("Wrote ");
        assertThat(refused("backup", "one.zip")).contains("one.zip is there already");
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("data"));
        assertThat(refused("restore", "one.zip", "--claimgraph.data-dir=linked"))
                .contains("is not empty");
        assertThat(done("backup", "two.zip", "--claimgraph.data-dir=linked")).startsWith("Wrote ");
        for (var place : List.of(0.0, 0.00001, 0.5, 0.99999)) {
            assertThat(refused("restore", damaged("two.zip", place), "--claimgraph.data-dir=other"))
                    .contains("or is damaged");
        }
        assertThat(done("--claimgraph.data-dir=other", "restore", "one.zip")).startsWith("Restored one.zip into ");
        assertThat(done("import", "rows.ndjson", "--claimgraph.data-dir=other"))
                .startsWith("Persona: 0 created, 0 revised, 1 unchanged");
    }

    @Test
    void nothingIsCopiedFromUnderAServiceThatRuns() throws Exception {
        try (var service = ClaimgraphProcess.start(folder)) {
            service.address();
            try (var backup = ClaimgraphProcess.start(folder, "backup", "one.zip")) {
                assertThat(backup.exitCode()).isEqualTo(2);
                assertThat(backup.err()).startsWith("The data folder ").contains("is in use by another process");
            }
        }
        assertThat(folder.resolve("one.zip")).doesNotExist();
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        Files.writeString(folder.resolve("none.zip"), "nothing");
        assertThat(refused("restore", "none.zip")).contains("none.zip is no backup");
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(refused("restore", "missing.zip")).isEqualTo("There is no file missing.zip.\n");
        assertThat(refused("import", "missing.ndjson")).isEqualTo("There is no file missing.ndjson.\n");
        assertThat(refused("import", "."))
                .isEqualTo(". is no file: it is read twice, so save what comes from elsewhere.\n");
        assertThat(refused("export", "missing/all.ndjson"))
                .isEqualTo("missing/all.ndjson cannot be written: its folder is not there.\n");
        assertThat(refused("backup")).isEqualTo("Name one file: backup FILE\n");
        assertThat(refused("import", "one.ndjson", "two.ndjson"))
                .isEqualTo("Name one file: import FILE [--as=ACCOUNT] [--format=csv] [--dry-run] [--attest]\n");
        assertThat(refused("copy")).contains("There is no command copy: there is import, export, backup, restore.");
    }

    @Test
    void whatCannotBeReadWholeIsNotBackedUp() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("store"), "kept");
        Files.createSymbolicLink(data.resolve("again"), data);
        assertThat(refused("backup", "one.zip"))
                .isEqualTo("one.zip was not written: %s leads back to where it is.%n", data.resolve("again"));
        assertThat(folder.resolve("one.zip")).doesNotExist();
    }

    @Test
    void whatCanBeDoneIsSaidToWhoeverAsks() throws Exception {
        for (var word : List.of("help", "--help", "-h")) {
            assertThat(done(word))
                    .startsWith("Without a command, Claimgraph serves.")
                    .contains("import FILE [--as=ACCOUNT] [--format=csv] [--dry-run] [--attest]", "backup FILE");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void whatCannotBeImportedIsSaid() throws Exception {
        Files.write(folder.resolve("latin.ndjson"), new byte[] {'{', '"', (byte) 0xe9, '"'});
        assertThat(refused("import", "latin.ndjson")).isEqualTo("latin.ndjson is not in UTF-8; save it so.\n");
        var table = "type,key,name\n" + "Persona,buyer,Buyer\n".repeat(1_000) + "Persona,cafe,Caf\u00e9\n";
        Files.write(folder.resolve("latin.csv"), table.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused("import", "latin.csv")).endsWith("latin.csv is not in UTF-8; save it so.\n");
        Files.writeString(folder.resolve("wrong.ndjson"), "{\"type\": \"Persona\", \"key\": \"buyer\"}\n");
        assertThat(refused("import", "wrong.ndjson"))
                .startsWith("wrong.ndjson:1: name: REQUIRED name is required.\n")
                .endsWith("Problems: 1. Nothing was written.\n");
    }

    /** A slip of the pen must not write what was to be looked at. */
    @Test
    void anOptionThatThereIsNotIsRefused() throws Exception {
        assertThat(refused("import", "rows.ndjson", "--dryrun"))
                .isEqualTo("import has no option --dryrun: it takes --as=ACCOUNT, --format=csv, --dry-run, --attest,"
                        + " settings such as --claimgraph.data-dir=FOLDER.\n");
        assertThat(refused("import", "rows.ndjson", "-dry-run")).startsWith("import has no option -dry-run: ");
        assertThat(refused("import", "rows.ndjson", "--attest=false"))
                .startsWith("import has no option --attest=false: ");
        assertThat(refused("export", "all.ndjson", "--format=csv")).startsWith("export has no option --format=csv: ");
        assertThat(refused("backup", "one.zip", "--spring.neo4j.uri=bolt://graph:7687"))
                .isEqualTo("The graph is at bolt://graph:7687, not in a data folder: use neo4j-admin database dump and"
                        + " load.\n");
    }

    /** The same with one bit turned over, of what is in a file or of what is said about it. */
    private String damaged(String backup, double place) throws IOException {
        var bytes = Files.readAllBytes(folder.resolve(backup));
        bytes[(int) (bytes.length * place)] ^= 1;
        Files.write(folder.resolve("damaged.zip"), bytes);
        return "damaged.zip";
    }

    private String done(String... arguments) throws IOException, InterruptedException {
        return ClaimgraphProcess.done(folder, arguments);
    }

    private String refused(String... arguments) throws IOException, InterruptedException {
        return ClaimgraphProcess.refused(folder, arguments);
    }
}

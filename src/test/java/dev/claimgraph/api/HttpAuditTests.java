package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.claimgraph.ClaimgraphTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GraphQL over HTTP as the graphql-http project audits it: every MUST, SHOULD and MAY of it holds. Skipped without Node.js and npm. */
@ClaimgraphTest
class HttpAuditTests {

    private static final Path FOLDER = Path.of("target", "audit");

    private final int port;

    HttpAuditTests(@LocalServerPort int port) {
        this.port = port;
    }

    @TestFactory
    Stream<DynamicTest> speaksGraphQlOverHttpAsOthersDo() throws Exception {
        assumeThat(isThere("node", "-e", "fetch")).as("Node.js 18 or later").isTrue();
        assumeThat(isThere("npm", "--version")).as("npm").isTrue();
        FileSystemUtils.copyRecursively(Path.of("src", "test", "audit"), FOLDER);
        run("npm", "ci", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error", "--prefer-offline");
        var url = "http://127.0.0.1:%d/graphql".formatted(port);
        var audits = run("node", "audit.js", url, "viewer:claimgraph").lines().toList();
        assertThat(audits).hasSizeGreaterThan(50);
        return audits.stream().map(JsonMapper.shared()::readTree).map(HttpAuditTests::test);
    }

    private static DynamicTest test(JsonNode audit) {
        var name = audit.get("id").asString() + " " + audit.get("name").asString();
        var reason = audit.path("reason").asString("");
        return dynamicTest(
                name,
                () -> assertThat(audit.get("status").asString()).as(reason).isEqualTo("ok"));
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var errors = Files.createTempFile(FOLDER, "errors", ".log");
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(errors.toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor())
                .as("%s%n%s%s", List.of(command), output, Files.readString(errors))
                .isZero();
        return output;
    }
}

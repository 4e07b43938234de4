package dev.claimgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphProcess;
import dev.claimgraph.ClaimgraphTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that cannot start says in one sentence why and what to do, and ends with an exit code that is not 0. */
@ClaimgraphTest
class StartTests {

    private static final String ISSUER = "--spring.security.oauth2.resourceserver.jwt.issuer-uri";

    private final String uri;
    private final String password;

    @TempDir
    private Path temp;

    StartTests(EmbeddedNeo4j neo4j) {
        uri = neo4j.getUri().toString();
        password = neo4j.password();
    }

    @Test
    void refusesADataFolderThatAnotherProcessHolds() throws Exception {
        try (var held = DataFolder.hold(temp.resolve("data"))) {
            assertThat(refusal())
                    .isEqualTo(
                            "The data folder %s is in use by another process: stop that process, or choose another folder with claimgraph.data-dir."
                                    .formatted(held.path()));
        }
    }

    @Test
    void refusesANeo4jThatDoesNotAnswer() throws Exception {
        assertThat(refusal("--spring.neo4j.uri=bolt://127.0.0.1:1"))
                .isEqualTo("Neo4j at bolt://127.0.0.1:1 does not answer: start it, or correct spring.neo4j.uri.");
    }

    @Test
    void refusesAClusterThatDoesNotAnswer() throws Exception {
        assertThat(refusal("--spring.neo4j.uri=neo4j://127.0.0.1:1"))
                .isEqualTo("Neo4j at neo4j://127.0.0.1:1 does not answer: start it, or correct spring.neo4j.uri.");
    }

    @Test
    void refusesAnAddressThatIsNoNeo4j() throws Exception {
        assertThat(refusal("--spring.neo4j.uri=localhost"))
                .startsWith("localhost is not the address of a Neo4j: set spring.neo4j.uri to one like bolt://");
    }

    @Test
    void refusesANeo4jThatRefusesThePassword() throws Exception {
        assertThat(refusal(external("not the password")))
                .isEqualTo(
                        "Neo4j at %s refuses the user name or password: check spring.neo4j.authentication.username and .password."
                                .formatted(uri));
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(external(password, "--server.port=" + taken.getLocalPort())))
                    .isEqualTo(
                            "Port %d is taken by another process: stop that process, or choose another port with server.port."
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void refusesAnAddressThatIsNotOfThisMachine() throws Exception {
        assertThat(refusal(external(
                        password, "--server.address=192.0.2.1", "--server.port=8085", "--claimgraph.password=our own")))
                .startsWith("It cannot listen on 192.0.2.1:8085, so correct server.address or server.port: ");
    }

    @Test
    void refusesAProviderThatIsNoAddress() throws Exception {
        assertThat(refusal(external(password, ISSUER + "=login.example.com/realms/company")))
                .contains("login.example.com/realms/company", "it is no address of an OpenID provider");
    }

    @Test
    void refusesAProviderThatDoesNotSayHowToLogIn() throws Exception {
        var client = "--spring.security.oauth2.client.";
        assertThat(refusal(external(
                        password,
                        ISSUER + "=http://127.0.0.1:1/",
                        client + "registration.company.client-id=console",
                        client + "registration.company.client-secret=secret",
                        client + "registration.company.scope=openid",
                        client + "provider.company.issuer-uri=http://127.0.0.1:1/")))
                .startsWith(
                        "The OpenID provider \"http://127.0.0.1:1/\" does not say how to log in there: start it, or");
    }

    /** A slip of the pen must not leave the default in place. */
    @Test
    void refusesASettingThatThereIsNot() throws Exception {
        assertThat(refusal("--claimgraph.limits.tiem=5s"))
                .isEqualTo("There is no setting claimgraph.limits.tiem: the README has all that there are.");
        Files.writeString(temp.resolve("application.yml"), "claimgraph.webhooks.allowed-adresses: [10.20.0.0/16]");
        assertThat(refusal())
                .isEqualTo("There is no setting claimgraph.webhooks.allowed-adresses: the README has all that there"
                        + " are.");
    }

    @Test
    void refusesTheDefaultPasswordBeyondThisMachine() throws Exception {
        assertThat(refusal(external(password, "--server.address=0.0.0.0")))
                .startsWith("The default password is for this machine alone: ");
    }

    private String[] external(String password, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.neo4j.uri=" + uri,
                                "--spring.neo4j.authentication.username=neo4j",
                                "--spring.neo4j.authentication.password=" + password),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private String refusal(String... arguments) throws IOException, InterruptedException {
        try (var claimgraph = ClaimgraphProcess.start(temp, arguments)) {
            assertThat(claimgraph.exitCode()).isEqualTo(1);
            assertThat(claimgraph.out()).doesNotContain("Exception");
            assertThat(claimgraph.err())
                    .startsWith("Claimgraph did not start: ")
                    .hasLineCount(1);
            return claimgraph.err().replace("Claimgraph did not start: ", "").strip();
        }
    }
}

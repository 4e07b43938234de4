package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Input;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever is refused is in the log, by the id that says nothing about them, and nothing that they sent but an account's name. */
@ClaimgraphTest
@ExtendWith(OutputCaptureExtension.class)
class RefusedAreLoggedTests {

    private Api api;

    @BeforeEach
    void anApi(@LocalServerPort int port) {
        api = new Api(port);
    }

    @Test
    void aRefusedLogin(CapturedOutput log) {
        api.raw("mallory\r\nadmin", "{ me { id } }", Map.of());
        assertThat(log.getOut())
                .contains("127.0.0.1 was refused a login as mallory??admin")
                .doesNotContain("claimgraph:claimgraph");
    }

    @Test
    void aWriteThatIsNotTheirs(CapturedOutput log) {
        var viewer = api.ask("viewer", "{ me { id } }", Map.of()).at("/me/id").asString();
        var input = Input.to("CreateProduct").with("key", "mine").with("name", "Mine");
        var error = api.raw("viewer", input.document(), Map.of("input", input.fields()))
                .at("/errors/0");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("FORBIDDEN");
        assertThat(error.get("message").asString()).isEqualTo("You may not do this: it takes the role PRODUCT_OWNER.");
        assertThat(log.getOut()).contains(viewer + " was refused createProduct: FORBIDDEN");
    }

    @Test
    void aWriteThatIsWrong(CapturedOutput log) {
        var owner = api.ask("owner", "{ me { id } }", Map.of()).at("/me/id").asString();
        api.refused("owner", Input.to("CreateProduct").with("key", " ").with("name", "A secret"));
        assertThat(log.getOut())
                .contains(owner + " was refused createProduct: [REQUIRED]")
                .doesNotContain("A secret");
    }
}

package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.TemporaryDataFolder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.web.client.RestClient;

/** Where the embedding model cannot be loaded, claims are found by their words alone, and health says so. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "claimgraph.search.model=dev.claimgraph.search.WithoutMeaningTests$NoNativeLibrary")
@ContextConfiguration(initializers = TemporaryDataFolder.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class WithoutMeaningTests {

    private final Api api;
    private final RestClient http;

    WithoutMeaningTests(@LocalServerPort int port) {
        this.api = new Api(port);
        this.http = RestClient.create("http://127.0.0.1:" + port);
    }

    @Test
    void claimsAreFoundByTheirWordsAndHealthSaysThatItIsAllThereIs() {
        var found = api.send("viewer", "FindMessaging", Map.of("text", "invite subcontractors"));
        assertThat(found.at("/findMessaging/edges/0/node/text").asString())
                .isEqualTo("Invite every subcontractor. Guests need no paid licence.");
        var state = api.ask("viewer", "{ searchState { loaded embedded } }", Map.of());
        assertThat(state.at("/searchState/loaded").asBoolean()).isFalse();
        assertThat(http.get().uri("/actuator/health").retrieve().body(String.class))
                .contains("DEGRADED");
        assertThat(http.get().uri("/actuator/health/readiness").retrieve().body(String.class))
                .contains("UP");
    }

    /** Fails as a model does whose native library does not fit the machine. */
    public static final class NoNativeLibrary implements EmbeddingModel {

        public NoNativeLibrary() {
            throw new UnsatisfiedLinkError("no such library");
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            throw new AssertionError("It was never made.");
        }
    }
}

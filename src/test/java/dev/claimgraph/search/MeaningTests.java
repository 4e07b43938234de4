package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A model is loaded beside all else; what ends meanwhile waits for it. */
class MeaningTests {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final CountDownLatch BEGUN = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    @Test
    void nothingEndsWhileAModelIsBeingLoaded() throws InterruptedException {
        var meaning = new Meaning(Slow.class.getName());
        BEGUN.await();
        var ended = CompletableFuture.runAsync(meaning::close);
        await().during(Duration.ofMillis(200)).until(() -> !ended.isDone());
        GO_ON.countDown();
        assertThat(ended).succeedsWithin(A_WHILE);
        assertThat(meaning.isKnown()).isTrue();
    }

    /** Takes as long as the test wants. */
    public static final class Slow implements EmbeddingModel {

        public Slow() throws InterruptedException {
            BEGUN.countDown();
            GO_ON.await();
        }

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
            return Response.from(List.of());
        }
    }
}

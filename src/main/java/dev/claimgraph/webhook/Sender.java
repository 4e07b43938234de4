package dev.claimgraph.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends a message to an endpoint, once, and says how that went. It takes no longer than {@code claimgraph.webhooks.timeout}, whatever
 * the endpoint does, and holds up nobody but its caller.
 */
@Component
class Sender implements AutoCloseable {

    private final WebhookSettings settings;
    private final Addresses addresses;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

    Sender(
            WebhookSettings settings,
            Addresses addresses,
            Clock clock,
            @Value("${spring.application.version:unreleased}") String version) {
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
        this.client = WebhookClient.of(settings, addresses, "Claimgraph/" + version);
    }

    Attempt send(Message message) {
        var start = System.nanoTime();
        var wrong = addresses.check(message.address());
        if (wrong != null) {
            return Attempt.failed(wrong, since(start));
        }
        var post = post(message);
        var exchange = exchanges.submit(() -> exchange(post, message, start));
        try {
            return exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Attempt.failed(Failure.tookTooLong(settings), since(start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Attempt.failed("The service stopped before an answer came.", since(start));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            post.cancel();
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        exchanges.shutdownNow();
    }

    /** The answer is not closed here, which would read it to its end, however far that is: {@link #send} drops what is left. */
    private Attempt exchange(HttpPost post, Message message, long start) {
        try {
            var answer = client.executeOpen(HttpHost.create(message.address()), post, null);
            var retryAfter = RetryAfter.of(answer.getFirstHeader(HttpHeaders.RETRY_AFTER), clock.instant());
            var excerpt = Excerpt.of(answer.getEntity());
            return Attempt.answered(answer.getCode(), excerpt, retryAfter, since(start));
        } catch (IOException e) {
            return Attempt.failed(Failure.sentence(e, message.address().getHost(), settings), since(start));
        }
    }

    private HttpPost post(Message message) {
        var body = message.body().getBytes(UTF_8);
        var post = new HttpPost(message.address());
        post.setEntity(new ByteArrayEntity(body, ContentType.parse(message.contentType())));
        Signature.headers(message.id(), clock.instant(), body, message.secrets())
                .forEach(post::setHeader);
        return post;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

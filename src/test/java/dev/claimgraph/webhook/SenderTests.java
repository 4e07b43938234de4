package dev.claimgraph.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.utils.DateUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message is sent once, signed, to where it may go and nowhere else, and how that went is told in a sentence. */
class SenderTests {

    private static final String BODY = "{\"text\":\"Upload files of up to 50 GB, schön\"}";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Secret secret = Secret.next();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Sender sender = sender(PATIENCE, SystemDefaultDnsResolver.INSTANCE, "127.0.0.0/8");

    @AfterEach
    void close() {
        end.countDown();
        sender.close();
    }

    @Test
    void anEndpointGetsTheMessageSignedAndNothingElse() throws Exception {
        try (var receiver = Receiver.answering(204, "")) {
            var attempt = sender.send(message(receiver.address()));
            assertThat(attempt.delivered()).isTrue();
            assertThat(attempt.status()).isEqualTo(204);
            assertThat(attempt.problem()).isNull();
            assertThat(attempt.excerpt()).isNull();
            assertThat(attempt.took()).isPositive();
            assertThat(receiver.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).hasToString("/hooks?key=value");
                assertThat(request.body()).isEqualTo(BODY);
                assertThat(request.headers().keySet())
                        .containsExactlyInAnyOrder(
                                "Host",
                                "Connection",
                                "User-agent",
                                "Content-type",
                                "Content-length",
                                "Webhook-id",
                                "Webhook-timestamp",
                                "Webhook-signature");
                assertThat(request.headers().getFirst("User-Agent")).isEqualTo("Claimgraph/1.2.3");
                assertThat(request.headers().getFirst("Content-Type")).isEqualTo(CloudEvent.CONTENT_TYPE);
                assertThatCode(() -> new Webhook(secret.reveal())
                                .verify(request.body(), HttpHeaders.of(request.headers(), (name, value) -> true)))
                        .doesNotThrowAnyException();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, The endpoint answered 400.",
        "404, The endpoint answered 404.",
        "429, The endpoint answered 429.",
        "500, The endpoint answered 500.",
        "304, The endpoint answered 304; give the address that it leads to."
    })
    void whatIsNoSuccessIsAFailure(int status, String problem) throws Exception {
        try (var receiver = Receiver.answering(status, "")) {
            var attempt = sender.send(message(receiver.address()));
            assertThat(attempt.delivered()).isFalse();
            assertThat(attempt.status()).isEqualTo(status);
            assertThat(attempt.problem()).isEqualTo(problem);
            assertThat(attempt.isGone()).isFalse();
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void anEndpointCanSayThatItWantsNoMore() throws Exception {
        try (var receiver = Receiver.answering(410, "")) {
            var attempt = sender.send(message(receiver.address()));
            assertThat(attempt.isGone()).isTrue();
            assertThat(attempt.problem()).isEqualTo("The endpoint answered 410: it wants no more messages.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        try (var receiver = Receiver.answering(status, "", "Location", "/elsewhere")) {
            var attempt = sender.send(message(receiver.address()));
            assertThat(attempt.delivered()).isFalse();
            assertThat(attempt.problem()).startsWith("The endpoint answered %d; ".formatted(status));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void anEndpointThatAsksForAPasswordIsNotAnsweredAndNoCookieIsKept() throws Exception {
        try (var receiver = Receiver.answering(
                401, "", "Set-Cookie", "session=1; Path=/", "WWW-Authenticate", "Basic realm=\"x\"")) {
            sender.send(message(receiver.address()));
            sender.send(message(receiver.address()));
            assertThat(receiver.requests())
                    .hasSize(2)
                    .noneMatch(request -> request.headers().containsKey("Cookie")
                            || request.headers().containsKey("Authorization"));
        }
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "0, PT0S", "86401, PT24H", "99999999999999999999, PT24H", "-5, ", "soon, ", "'', "})
    void theEndpointSaysHowLongToLeaveItAlone(String value, Duration retryAfter) throws Exception {
        try (var receiver = Receiver.answering(503, "", "Retry-After", value)) {
            assertThat(sender.send(message(receiver.address())).retryAfter()).isEqualTo(retryAfter);
        }
    }

    @Test
    void orUntilWhen() throws Exception {
        var moment = Instant.now().plus(Duration.ofHours(2));
        try (var receiver = Receiver.answering(503, "", "Retry-After", DateUtils.formatStandardDate(moment))) {
            var retryAfter = sender.send(message(receiver.address())).retryAfter();
            assertThat(retryAfter).isBetween(Duration.ofHours(1), Duration.ofHours(2));
        }
        try (var receiver = Receiver.answering(503, "", "Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT")) {
            assertThat(sender.send(message(receiver.address())).retryAfter()).isEqualTo(Duration.ZERO);
        }
    }

    @Test
    void theBeginningOfTheAnswerIsKeptForPeopleToRead() throws Exception {
        try (var receiver = Receiver.answering(500, "no such\r\n\ttenant\u0000 \u001b[31mschön\u202e")) {
            assertThat(sender.send(message(receiver.address())).excerpt()).isEqualTo("no such tenant [31mschön");
        }
        try (var receiver = Receiver.answering(500, "ü".repeat(10_000))) {
            assertThat(sender.send(message(receiver.address())).excerpt()).isEqualTo("ü".repeat(512));
        }
        try (var receiver = Receiver.answering(500, "x" + "ü".repeat(10_000))) {
            assertThat(sender.send(message(receiver.address())).excerpt()).isEqualTo("x" + "ü".repeat(511));
        }
    }

    @Test
    void anEndlessAnswerIsNotRead() throws Exception {
        try (var receiver = Receiver.handling(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write("more".repeat(1_000).getBytes(UTF_8));
            }
        })) {
            assertThat(sender.send(message(receiver.address())).delivered()).isTrue();
        }
    }

    @Test
    void endlessHeadersAreNotRead() throws Exception {
        try (var server = server(socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nX: ");
            while (true) {
                write(socket, "more".repeat(1_000));
            }
        })) {
            assertThat(sender.send(message(address(server))).problem())
                    .isEqualTo("The connection to 127.0.0.1 broke off.");
        }
    }

    @Test
    void anEndpointThatNeverAnswersIsGivenUpOn() throws Exception {
        try (var receiver = Receiver.handling(exchange -> awaitTheEnd());
                var impatient = impatient()) {
            assertThat(impatient.send(message(receiver.address())).problem())
                    .isEqualTo("No whole answer came within 0.5 s.");
        }
    }

    @Test
    void soIsOneThatAnswersByteByByte() throws Exception {
        try (var drips = Executors.newSingleThreadScheduledExecutor();
                var server = server(socket -> {
                    write(socket, "HTTP/1.1 200 OK\r\nX: ");
                    drips.scheduleAtFixedRate(() -> drip(socket), 0, 20, TimeUnit.MILLISECONDS);
                    awaitTheEnd();
                });
                var impatient = impatient()) {
            assertThat(impatient.send(message(address(server))).problem())
                    .isEqualTo("No whole answer came within 0.5 s.");
        }
    }

    @Test
    void oneThatNeverAnswersHoldsUpNoOther() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor();
                var slow = Receiver.handling(exchange -> awaitTheEnd());
                var quick = Receiver.answering(200, "")) {
            var held = IntStream.range(0, 50)
                    .mapToObj(caller -> callers.submit(() -> sender.send(message(slow.address()))))
                    .toList();
            Awaitility.await().until(() -> slow.requests().size() == 5);
            assertThat(sender.send(message(quick.address())).delivered()).isTrue();
            assertThat(held).noneMatch(Future::isDone);
            callers.shutdownNow();
        }
    }

    @Test
    void aConnectionThatIsLeftOpenIsUsedAgain() throws Exception {
        try (var receiver = Receiver.answering(200, "thanks")) {
            sender.send(message(receiver.address()));
            sender.send(message(receiver.address()));
            assertThat(receiver.requests())
                    .hasSize(2)
                    .extracting(Receiver.Request::from)
                    .containsOnly(receiver.requests().getFirst().from());
        }
    }

    @Test
    void anAddressThatIsRefusedIsNotConnectedTo() throws Exception {
        var names = new SomeNames().with("receiver.example", "127.0.0.1");
        try (var receiver = Receiver.answering(200, "");
                var strict = sender(PATIENCE, names)) {
            assertThat(strict.send(message(receiver.address())).problem()).startsWith("127.0.0.1 is loopback; ");
            assertThat(strict.send(message(receiver.at("http", "receiver.example")))
                            .problem())
                    .startsWith("The address resolves to 127.0.0.1, which is loopback; ");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void whatWasCheckedIsWhatIsConnectedTo() throws Exception {
        var names = new SomeNames().with("receiver.example", "127.0.0.1").with("receiver.example", "127.0.0.2");
        try (var receiver = Receiver.answering(200, "", "Connection", "close");
                var rebound = sender(PATIENCE, names, "127.0.0.1")) {
            var message = message(receiver.at("http", "receiver.example"));
            assertThat(rebound.send(message).delivered()).isTrue();
            assertThat(rebound.send(message).problem())
                    .startsWith("The address resolves to 127.0.0.2, which is loopback; ");
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void anAddressOfIpv6IsReached() throws Exception {
        var loopback = InetAddress.ofLiteral("::1");
        assumeThat(NetworkInterface.getByInetAddress(loopback)).isNotNull();
        var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        try (var receiver = Receiver.on(server, exchange -> Receiver.answer(exchange, 200, ""));
                var six = sender(PATIENCE, SystemDefaultDnsResolver.INSTANCE, "::1")) {
            var address = receiver.at("http", "[::1]");
            assertThat(six.send(message(address)).delivered()).isTrue();
            assertThat(receiver.requests().getFirst().headers().getFirst("Host"))
                    .isEqualTo(address.getAuthority());
        }
    }

    @Test
    void itGoesThroughNoProxyThatTheMachineKnows() throws Exception {
        var before = ProxySelector.getDefault();
        try (var proxy = Receiver.answering(200, "");
                var receiver = Receiver.answering(200, "")) {
            ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())));
            assertThat(sender.send(message(receiver.address())).delivered()).isTrue();
            assertThat(receiver.requests()).hasSize(1);
            assertThat(proxy.requests()).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted(@TempDir Path folder) throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
        try (var receiver = Receiver.on(server, exchange -> Receiver.answer(exchange, 200, ""))) {
            assertThat(sender.send(message(receiver.at("https", "127.0.0.1"))).problem())
                    .startsWith("No trusted connection to 127.0.0.1: ");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void whyNoAnswerCameIsSaid() throws Exception {
        int closed;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        assertThat(sender.send(message(URI.create("http://127.0.0.1:%d/".formatted(closed))))
                        .problem())
                .isEqualTo("127.0.0.1 takes no connection at this port.");
        try (var nameless = sender(PATIENCE, new SomeNames())) {
            assertThat(nameless.send(message(URI.create("https://gone.example/")))
                            .problem())
                    .isEqualTo("No host is named gone.example.");
        }
        try (var server = server(Socket::close)) {
            assertThat(sender.send(message(address(server))).problem()).startsWith("127.0.0.1 closed the connection");
        }
        try (var server = server(socket -> write(socket, "SSH-2.0-OpenSSH_9.6\r\n"))) {
            assertThat(sender.send(message(address(server))).delivered()).isFalse();
        }
    }

    /** More of them than there are processors, so that they would hold all carriers of virtual threads. */
    @Test
    void namesThatHangFailInTimeAndDelayNoOther() throws Exception {
        var hanging = Runtime.getRuntime().availableProcessors() + 2;
        try (var receiver = Receiver.answering(200, "");
                var sender = slow(this::hang);
                var threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var attempts = IntStream.range(0, hanging)
                    .mapToObj(i -> threads.submit(
                            () -> sender.send(message(URI.create("https://hanging-%d.example/".formatted(i))))))
                    .toList();
            assertThat(sender.send(message(receiver.at("http", "alive.example")))
                            .delivered())
                    .isTrue();
            for (var attempt : attempts) {
                assertThat(attempt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).problem())
                        .matches("The name hanging-\\d+\\.example could not be looked up within 0\\.5 s\\.");
            }
        }
    }

    @Test
    void aNameThatHangsIsLookedUpOnceAtATime() {
        var lookups = new AtomicInteger();
        try (var sender = slow(host -> {
            lookups.incrementAndGet();
            hang(host);
        })) {
            var message = message(URI.create("https://hanging.example/"));
            assertThat(sender.send(message).delivered()).isFalse();
            assertThat(sender.send(message).delivered()).isFalse();
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    void whatIsToldHoldsNoSecret() throws Exception {
        var message = message(URI.create("https://127.0.0.1/"));
        assertThat(message.toString()).doesNotContain(secret.reveal());
        try (var receiver = Receiver.answering(500, "")) {
            assertThat(sender.send(message(receiver.address())).toString()).doesNotContain(secret.reveal());
        }
    }

    private Message message(URI address) {
        return new Message(address, "delivery_1", CloudEvent.CONTENT_TYPE, BODY, List.of(secret));
    }

    private static Sender impatient() {
        return sender(Duration.ofMillis(500), SystemDefaultDnsResolver.INSTANCE, "127.0.0.0/8");
    }

    private static Sender sender(Duration timeout, DnsResolver names, String... allowed) {
        return sender(new WebhookSettings(List.of(allowed), true, Duration.ofSeconds(5), timeout, 5), names);
    }

    /** One that waits for half a second, with names that a test is asked for before they lead to this machine. */
    private static Sender slow(Consumer<String> asked) {
        var settings = new WebhookSettings(List.of("127.0.0.0/8"), true, Duration.ofMillis(500), PATIENCE, 5);
        return sender(settings, new SomeNames() {
            @Override
            public InetAddress[] resolve(String host) {
                asked.accept(host);
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }
        });
    }

    private static Sender sender(WebhookSettings settings, DnsResolver names) {
        return new Sender(settings, new Addresses(settings, names), Clock.systemUTC(), "1.2.3");
    }

    /** As the system's resolver does: nobody can interrupt it, and a virtual thread that calls it keeps its carrier. */
    private void hang(String host) {
        while (host.startsWith("hanging") && end.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void awaitTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort()));
    }

    /** Speaks to whoever connects as a test says, once it has read something. */
    private static ServerSocket server(Speaking speaking) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (var socket = server.accept()) {
                socket.getInputStream().read(new byte[10_000]);
                speaking.to(socket);
            } catch (IOException over) {
                // The sender closed the connection, which the test is about.
            }
        });
        return server;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static void drip(Socket socket) {
        try {
            write(socket, "x");
        } catch (IOException over) {
            throw new UncheckedIOException(over);
        }
    }

    private static SSLContext selfSigned(Path folder) throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options = "-genkeypair -keyalg EC -alias me -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storepass changeit";
        var command = new ArrayList<>(List.of(keytool, "-keystore", file.toString()));
        command.addAll(List.of(options.split(" ")));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .isZero();
        var keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** What a server says. */
    private interface Speaking {

        void to(Socket socket) throws IOException;
    }
}

package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The service is busy while it answers as many requests as it has processors, however these end. */
class InFlightTests {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final InFlight inFlight = new InFlight();
    private final WebGraphQlRequest request = new WebGraphQlRequest(
            URI.create("/graphql"),
            new HttpHeaders(),
            new LinkedMultiValueMap<>(),
            null,
            Map.of(),
            Map.of("query", "{ __typename }"),
            "1",
            Locale.ENGLISH);

    @Test
    void itIsBusyWhileThereAreAsManyAsProcessors() {
        var all = begun(PROCESSORS);
        assertThat(inFlight.isBusy()).isTrue();
        all.getFirst().dispose();
        assertThat(inFlight.isBusy()).isFalse();
    }

    @Test
    void thoseThatFailedAndThoseThatWereAnsweredCountNoMore() {
        begun(PROCESSORS - 1);
        inFlight.intercept(request, next -> Mono.empty()).block();
        inFlight.intercept(request, next -> Mono.error(new IllegalStateException()))
                .onErrorComplete()
                .block();
        inFlight.intercept(request, next -> {
                    throw new IllegalStateException();
                })
                .onErrorComplete()
                .block();
        assertThat(inFlight.isBusy()).isFalse();
        begun(1);
        assertThat(inFlight.isBusy()).isTrue();
    }

    private List<Disposable> begun(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> inFlight.intercept(request, next -> Mono.never()).subscribe())
                .toList();
    }
}

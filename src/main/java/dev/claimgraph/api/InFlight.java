package dev.claimgraph.api;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The requests that are being answered; a subscription is one until it has begun. */
@Component
public class InFlight implements WebGraphQlInterceptor {

    private final AtomicInteger requests = new AtomicInteger();

    /** Whether there are as many as there are processors, so that whatever else is done keeps somebody waiting. */
    public boolean isBusy() {
        return requests.get() >= Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.using(requests::incrementAndGet, begun -> chain.next(request), begun -> requests.decrementAndGet());
    }
}

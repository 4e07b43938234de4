package dev.claimgraph.api;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Forbidden;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Something to subscribe to: a schema and a controller of the tests'. */
@TestComponent
@Controller
public class TestSubscriptions {

    private static final String MEGABYTE = "x".repeat(1_000_000);

    private static final int MOST_KEPT = 100;

    private final Sinks.Many<String> events = Sinks.many().multicast().directBestEffort();
    private final AtomicInteger subscribers = new AtomicInteger();
    private final AtomicInteger megabytes = new AtomicInteger();
    private final People people;

    TestSubscriptions(People people) {
        this.people = people;
    }

    @Bean
    static GraphQlSourceBuilderCustomizer schemaOfTestSubscriptions() {
        return schema -> schema.schemaResources(new ClassPathResource("subscriptions/subscription.graphqls"));
    }

    /** Sends to all who are subscribed. */
    public void publish(String event) {
        events.tryEmitNext(event).orThrow();
    }

    /** How many are subscribed to what is published, or read megabytes. */
    public int subscribers() {
        return subscribers.get();
    }

    /** How many megabytes have been asked for. */
    int megabytes() {
        return megabytes.get();
    }

    @SubscriptionMapping
    Flux<Integer> countTo(@Argument int limit) {
        return Flux.range(1, limit);
    }

    @SubscriptionMapping
    Flux<String> published() {
        return counted(kept());
    }

    @SubscriptionMapping
    Flux<String> publishedForMarketers() {
        return counted(kept());
    }

    @SubscriptionMapping("megabytes")
    Flux<String> endless() {
        return counted(Flux.generate(sink -> {
            megabytes.incrementAndGet();
            sink.next(MEGABYTE);
        }));
    }

    @SubscriptionMapping
    Flux<Person> caller(Actor actor, @Argument int times) {
        return Flux.range(0, times).map(each -> people.byId(actor.id()).orElseThrow());
    }

    @SubscriptionMapping
    Flux<Integer> failing(@Argument boolean forbidden) {
        return Flux.concat(
                Flux.just(1), Flux.error(forbidden ? new Forbidden() : new IllegalStateException("Secret detail")));
    }

    @SubscriptionMapping
    Flux<Integer> forgotten() {
        return Flux.just(1);
    }

    /** A subscriber asks for one event at a time, so what comes meanwhile has to be kept for them. */
    private Flux<String> kept() {
        return events.asFlux().onBackpressureBuffer(MOST_KEPT);
    }

    private <T> Flux<T> counted(Flux<T> flux) {
        return flux.doOnSubscribe(begun -> subscribers.incrementAndGet())
                .doFinally(ended -> subscribers.decrementAndGet());
    }
}

package dev.claimgraph.api;

import graphql.ExecutionResult;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Signal;

/** The results of a subscription, one at a time: none is asked for, or worked out, before the one before it has been sent. */
final class Events extends BaseSubscriber<ExecutionResult> {

    private final BlockingQueue<Signal<ExecutionResult>> arrived = new LinkedBlockingQueue<>();
    private boolean isNextAskedFor = true;

    private Events() {}

    static Events of(Publisher<ExecutionResult> results) {
        var events = new Events();
        results.subscribe(events);
        return events;
    }

    /** The next result, failure or end; null where none comes in time. */
    @Nullable
    Signal<ExecutionResult> next(Duration patience) throws InterruptedException {
        if (!isNextAskedFor) {
            isNextAskedFor = true;
            request(1);
        }
        var signal = arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        isNextAskedFor = signal == null;
        return signal;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    @Override
    protected void hookOnNext(ExecutionResult result) {
        arrived.add(Signal.next(result));
    }

    @Override
    protected void hookOnComplete() {
        arrived.add(Signal.complete());
    }

    @Override
    protected void hookOnError(Throwable failure) {
        arrived.add(Signal.error(failure));
    }

    @Override
    protected void hookOnCancel() {
        arrived.clear();
        arrived.add(Signal.complete());
    }
}

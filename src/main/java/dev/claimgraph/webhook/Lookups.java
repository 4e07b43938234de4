package dev.claimgraph.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up within a time limit, on threads of the system. A lookup cannot be interrupted, and a virtual thread keeps its carrier
 * meanwhile: as many that hang as there are processors would stop all others. A name that hangs takes one thread, and delays no other name.
 */
final class Lookups implements DnsResolver {

    private static final int IDLE_SECONDS = 10;

    private final DnsResolver names;
    private final Duration limit;
    private final Map<String, Future<InetAddress[]>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            Webhooks.MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());

    Lookups(DnsResolver names, Duration limit) {
        this.names = names;
        this.limit = limit;
    }

    /** @throws TookTooLong where no answer comes in time, or as many names hang as there may be webhooks */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            return running.computeIfAbsent(host, name -> threads.submit(() -> ended(name)))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new TookTooLong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TookTooLong();
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] ended(String host) throws UnknownHostException {
        try {
            return names.resolve(host);
        } finally {
            running.remove(host);
        }
    }

    /** That a name was not looked up in time. */
    static final class TookTooLong extends UnknownHostException {}
}

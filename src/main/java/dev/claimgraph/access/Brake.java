package dev.claimgraph.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Lets each address do something so many times a minute, and no more. */
final class Brake {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    Brake(long perMinute) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(MINUTE)
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    /** Whether it has done so too often, this time included. */
    boolean stops(String address) {
        return !buckets.get(address).tryConsume(1);
    }

    /** Whether the next time would be too often. */
    boolean holds(String address) {
        return buckets.get(address).getAvailableTokens() == 0;
    }
}

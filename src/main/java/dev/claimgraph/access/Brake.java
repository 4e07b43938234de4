package dev.claimgraph.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

/** Lets each address do something so many times a minute, and no more. */
final class Brake {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 100_000;
    private static final int NETWORK_BYTES = 8;

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
        return !buckets.get(network(address)).tryConsume(1);
    }

    /** As if the last time had not been. */
    void forgives(String address) {
        buckets.get(network(address)).addTokens(1);
    }

    /** Whoever has one IPv6 address has all of its network's. */
    private static String network(String address) {
        try {
            return address.contains(":") && InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}

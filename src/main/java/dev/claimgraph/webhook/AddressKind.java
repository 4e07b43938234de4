package dev.claimgraph.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an address is for, by the registries of special addresses that IANA keeps (RFC 6890), and what clouds put on public ones.
 * Those of IPv6 that are not handed out for the public internet, such as the forms that hold an address of IPv4, are reserved.
 */
enum AddressKind {
    UNSPECIFIED("unspecified", "0.0.0.0/8", "::/128"),
    LOOPBACK("loopback", "127.0.0.0/8", "::1/128"),
    PRIVATE("private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
    CARRIER("behind a carrier's NAT", "100.64.0.0/10"),
    LINK_LOCAL("link-local", "169.254.0.0/16", "fe80::/10"),
    PLATFORM("of the cloud's own platform", "168.63.129.16/32"),
    DOCUMENTATION(
            "for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
    BENCHMARK("for benchmarks", "198.18.0.0/15", "2001:2::/48"),
    BROADCAST("broadcast", "255.255.255.255/32"),
    MULTICAST("multicast", "224.0.0.0/4", "ff00::/8"),
    RESERVED("reserved", "192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4", "2001::/23", "2002::/16"),
    PUBLIC("public", "0.0.0.0/0", "2000::/3"),
    /** The rest of IPv6. */
    OTHER("reserved", "::/0");

    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final int BYTES_OF_IPV6 = 16;
    private static final int BYTES_OF_IPV4 = 4;

    private final String words;
    private final List<AddressRange> ranges;

    AddressKind(String words, String... ranges) {
        this.words = words;
        this.ranges = Arrays.stream(ranges).map(AddressRange::of).toList();
    }

    /** The first that fits, in this order. */
    static AddressKind of(InetAddress address) {
        return Stream.of(values())
                .filter(kind -> kind.ranges.stream().anyMatch(range -> range.contains(address)))
                .findFirst()
                .orElseThrow();
    }

    /** What is reached at an address: another one where a network of IPv6 translates it into IPv4 (RFC 6052). */
    static InetAddress reached(InetAddress address) {
        if (!NAT64.contains(address)) {
            return address;
        }
        var bytes = Arrays.copyOfRange(address.getAddress(), BYTES_OF_IPV6 - BYTES_OF_IPV4, BYTES_OF_IPV6);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return words;
    }
}

package dev.claimgraph.webhook;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that begin with the same bits, written as {@code 10.20.0.0/16}. Not Spring Security's matcher, which takes an address of
 * IPv6 to be in a range of IPv4 when its first bytes are.
 */
record AddressRange(InetAddress first, int bits) {

    /** One address alone is a range as well. @throws IllegalArgumentException for anything else */
    static AddressRange of(String text) {
        var slash = text.indexOf('/');
        var first = literal(slash < 0 ? text : text.substring(0, slash));
        var bits = slash < 0 ? size(first) : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > size(first)) {
            throw new IllegalArgumentException("There are no %d bits in %s.".formatted(bits, text));
        }
        return new AddressRange(first, bits);
    }

    boolean contains(InetAddress address) {
        return size(address) == size(first)
                && number(address).xor(number(first)).bitLength() <= size(first) - bits;
    }

    /** @throws IllegalArgumentException also for spellings that programs read differently, such as 010.0.0.1 and 10.1 */
    static InetAddress literal(String text) {
        var address = InetAddress.ofLiteral(text);
        if (!text.contains(":") && !address.getHostAddress().equals(text)) {
            throw new IllegalArgumentException("%s is not as %s is written.".formatted(text, address.getHostAddress()));
        }
        return address;
    }

    private static int size(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}

package dev.claimgraph.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A set of names in 16 bytes or less for each, since a file may have millions: of each it has 64 bits of its hash. That two of ten million
 * share them, and one of them is refused for it, has a chance of one in 300,000.
 */
final class Prints {

    private final MessageDigest digest;
    private long[] table = new long[1 << 10];
    private int size;

    Prints() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return false where it was there */
    boolean add(String name) {
        var print = print(name);
        var place = place(print);
        if (table[place] == print) {
            return false;
        }
        table[place] = print;
        size++;
        if (2 * size > table.length) {
            grow();
        }
        return true;
    }

    boolean has(String name) {
        var print = print(name);
        return table[place(print)] == print;
    }

    private void grow() {
        var before = table;
        table = new long[2 * before.length];
        for (var print : before) {
            if (print != 0) {
                table[place(print)] = print;
            }
        }
    }

    /** Where it is, or where it would go. */
    private int place(long print) {
        var place = (int) print & (table.length - 1);
        while (table[place] != 0 && table[place] != print) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private long print(String name) {
        var print = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return print == 0 ? 1 : print;
    }
}

package dev.claimgraph.graph;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

/** Bookmarks that no caller was given, sealed as if one had been. They hold the id of a database and that of a transaction. */
public record SomeBookmarks(Bookmarks bookmarks, Driver driver) {

    private static final String START = "FB:";
    private static final int TRANSACTION = 19;
    private static final String SYSTEM = "00000000000000000000000000000001";
    private static final String OF_THE_SYSTEM = "91cc10" + SYSTEM + "0190";

    /** Of a transaction that is a million million ahead. */
    public String neverReached() {
        try (var session = driver.session(SessionConfig.forDatabase("neo4j"))) {
            session.run("RETURN 1").consume();
            var present = bytes(session.lastBookmarks().iterator().next().value());
            return sealed(ByteBuffer.allocate(TRANSACTION + 10)
                    .put(present, 0, TRANSACTION)
                    .put((byte) 0xCB)
                    .putLong(1_000_000_000_000L)
                    .put((byte) 0x90)
                    .array());
        }
    }

    /** Of the database that every Neo4j has beside its others. */
    public String ofTheSystem() {
        return sealed(HexFormat.of().parseHex(OF_THE_SYSTEM));
    }

    public boolean isOfTheSystem(String sealed) {
        return HexFormat.of()
                .formatHex(bytes(sealed.substring(sealed.indexOf(START))))
                .contains(SYSTEM);
    }

    private String sealed(byte[] bookmark) {
        return bookmarks.sealed(Bookmark.from(START + Base64.getEncoder().encodeToString(bookmark)));
    }

    private static byte[] bytes(String bookmark) {
        return Base64.getDecoder().decode(bookmark.substring(START.length()));
    }
}

package dev.claimgraph.graph;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Keeps the graph from writes while its disk is nearly full: what it has begun, and its way to an end, need room. */
final class DiskRoom implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DiskRoom.class);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DataFolder folder;
    private final EmbeddedNeo4j neo4j;
    private final DataSize reserve;
    private final Thread watching;
    private boolean isShort;

    DiskRoom(DataFolder folder, EmbeddedNeo4j neo4j, DataSize reserve) {
        this.folder = folder;
        this.neo4j = neo4j;
        this.reserve = reserve;
        this.watching = Thread.ofVirtual().name("disk-room").start(this::watch);
    }

    @Override
    public void close() {
        watching.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        var room = folder.room();
        if (isShort != room < reserve.toBytes()) {
            isShort = !isShort;
            neo4j.readOnly(isShort);
            log.warn(
                    isShort
                            ? "The disk of the data folder {} has only {} MB left: nothing is written until it has"
                                    + " more than {} MB"
                            : "The disk of the data folder {} has {} MB left: the graph is written again",
                    folder.path(),
                    room >> 20,
                    reserve.toMegabytes());
        }
    }
}

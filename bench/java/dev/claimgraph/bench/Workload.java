package dev.claimgraph.bench;

import org.neo4j.driver.Driver;

/** Something that callers do over HTTP, beside the same by hand-written Cypher through the driver. */
interface Workload {

    String name();

    /** The share of the statement's requests a second that the service has to reach at 8 connections; 0 where there is none. */
    double goal();

    /** Whether it is about what texts mean, and so takes a library with vectors. */
    default boolean needsMeaning() {
        return false;
    }

    /** Whether it writes, so that the service has notices to work out behind it. */
    default boolean writes() {
        return false;
    }

    /** At more connections than this its callers would get in each other's way. */
    default int mostConnections() {
        return Integer.MAX_VALUE;
    }

    /** Sees whether both give the same answer. */
    default void check(Http http, Driver driver) {}

    /** What one of so many connections does again and again. */
    Runnable service(Http http, Driver driver, Connection connection);

    /** The same by hand. */
    Runnable byHand(Driver driver, Connection connection);

    /** One of several. */
    record Connection(int number, int of) {}
}

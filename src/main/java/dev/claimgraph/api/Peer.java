package dev.claimgraph.api;

/** A client that stays connected, by WebSocket or by an event stream. */
interface Peer {

    /** The tag of its metrics. */
    String transport();

    /** How many of its subscriptions run. */
    int subscriptions();

    /** Ends what has to end by now: what is too slow, and what belongs to a login that is over. Called twice a second; never blocks. */
    void look();

    /** Says that the service stops, and ends. */
    void stop();
}

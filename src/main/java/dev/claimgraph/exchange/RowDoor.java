package dev.claimgraph.exchange;

import dev.claimgraph.exchange.Report.Outcome;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problems;
import java.util.List;

/** Takes rows of some types to the door of what they are of. Their references are ids, where the things are there. */
interface RowDoor {

    boolean takes(RowType type);

    /** Notes what would be wrong with writing these, and what there will be. */
    void check(Actor actor, List<Row> rows, List<Problems> problems, Coming coming);

    /**
     * Within a transaction.
     *
     * @return what becomes of each
     * @throws dev.claimgraph.shared.Refusal for anything wrong with any of them, under its place
     */
    List<Outcome> write(Actor actor, List<Row> rows);

    /**
     * Takes an admin's word for what was written: facts become VERIFIED and claims APPROVED.
     *
     * @throws dev.claimgraph.shared.Refusal for whatever cannot be, under its place
     */
    default void attest(Actor actor, List<Row> rows) {}
}

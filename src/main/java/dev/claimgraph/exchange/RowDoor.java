package dev.claimgraph.exchange;

import dev.claimgraph.exchange.Report.Outcome;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

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
     * @return how many could not be attested as they were elsewhere, since what they stand on no longer is
     * @throws dev.claimgraph.shared.Refusal for whatever cannot be, under its place
     */
    default long attest(Actor actor, List<Row> rows) {
        return 0;
    }

    /**
     * What rows say.
     *
     * @param read null where a problem says why not
     * @throws dev.claimgraph.shared.Refusal for anything wrong with any of them, under its place
     */
    static <T> List<T> read(List<Row> rows, BiFunction<Row, Problems, @Nullable T> read) {
        var problems = Problems.each(rows);
        var all = new ArrayList<T>();
        for (var i = 0; i < rows.size(); i++) {
            var one = read.apply(rows.get(i), problems.get(i));
            if (one != null) {
                all.add(one);
            }
        }
        Problems.refuse(problems);
        return all;
    }
}

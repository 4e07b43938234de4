package dev.claimgraph.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A workload at so many connections: the service's rounds beside those by hand, in turn. */
record Comparison(String workload, int connections, double goal, List<Round> service, List<Round> byHand) {

    /** The median of each round's share of the requests a second by hand; 0 where a round by hand answered none. */
    double ratio() {
        return Figures.median(IntStream.range(0, service.size())
                .mapToObj(i -> share(service.get(i).load(), byHand.get(i).load()))
                .toList());
    }

    private static double share(Load.Result ours, Load.Result theirs) {
        return theirs.requests() == 0 ? 0 : ours.perSecond() / theirs.perSecond();
    }

    static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    static long errors(List<Round> rounds) {
        return rounds.stream().mapToLong(round -> round.load().errors()).sum();
    }

    /**
     * One round of one side.
     *
     * @param serviceCpu milliseconds of all processors that a request took, as are the other two
     * @param clientCpu of the load generator, the driver and its callers in it
     * @param behind of how many of its changes it was not told yet at its end, where it writes
     */
    record Round(Load.Result load, double serviceCpu, double databaseCpu, double clientCpu, long behind) {}
}

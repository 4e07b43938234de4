package dev.claimgraph.exchange;

import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Problems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What became of a file's rows, and what is wrong with which line. */
final class Report {

    private static final int MOST_PROBLEMS = 1_000;

    private final TreeMap<Long, List<Problem>> problems = new TreeMap<>();
    private int kept;
    private final Map<RowType, Map<Outcome, Long>> counts = new EnumMap<>(RowType.class);
    private long refused;
    private boolean hasBegun;
    private long written;
    private boolean isWritten;
    private long attested;
    private long left;

    void add(long line, Problems found) {
        found.found().forEach(problem -> add(line, problem));
    }

    void add(long line, Problem problem) {
        refused++;
        if (kept < MOST_PROBLEMS) {
            kept++;
            problems.computeIfAbsent(line, any -> new ArrayList<>()).add(problem.under(line));
        }
    }

    void count(RowType type, Outcome outcome) {
        counts.computeIfAbsent(type, any -> new EnumMap<>(Outcome.class)).merge(outcome, 1L, Long::sum);
    }

    /** All of it was looked at, and what is in order comes to be written. */
    void begin() {
        hasBegun = true;
    }

    boolean hasBegun() {
        return hasBegun;
    }

    void writtenUpTo(long line) {
        written = line;
    }

    /** The line up to which all is in the graph; 0 where nothing was written. */
    long writtenUpTo() {
        return written;
    }

    /** All of it is. */
    void written() {
        isWritten = true;
    }

    boolean isWritten() {
        return isWritten;
    }

    /** @param more how many of the last lines could not be attested as they were elsewhere */
    void attestedUpTo(long line, long more) {
        attested = line;
        left += more;
    }

    long attestedUpTo() {
        return attested;
    }

    /** How many claims were approved elsewhere and are drafts here, since a fact that they stand on is not VERIFIED any more. */
    long left() {
        return left;
    }

    /** The first that were found, each under its line, in the order of the lines. */
    List<Problem> problems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }

    /** How many there are in all. */
    long problemCount() {
        return refused;
    }

    boolean isRefused() {
        return refused > 0;
    }

    List<Count> counts() {
        return counts.entrySet().stream()
                .map(entry -> new Count(
                        entry.getKey().typename,
                        of(entry.getValue(), Outcome.CREATED),
                        of(entry.getValue(), Outcome.REVISED),
                        of(entry.getValue(), Outcome.UNCHANGED)))
                .toList();
    }

    private static long of(Map<Outcome, Long> counts, Outcome outcome) {
        return Objects.requireNonNullElse(counts.get(outcome), 0L);
    }

    /** What became of a row. */
    enum Outcome {
        CREATED,
        REVISED,
        UNCHANGED
    }

    /** What became of the rows of a type. */
    record Count(String type, long created, long revised, long unchanged) {}
}

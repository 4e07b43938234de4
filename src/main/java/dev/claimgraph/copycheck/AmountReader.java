package dev.claimgraph.copycheck;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one kind of amount where one begins; null where none does. Bounds are read around it afterwards. */
@FunctionalInterface
interface AmountReader {

    @Nullable
    Amount at(Place place);

    /** Whether a number is more than its digits, so that it names neither a year nor a version. */
    static boolean isMeasured(Place number, int end) {
        return Unit.after(number.to(end)) != null
                || Stream.<AmountReader>of(Moneys::at, Fractions::at, Multiples::at)
                        .anyMatch(kind -> kind.at(number) != null);
    }
}

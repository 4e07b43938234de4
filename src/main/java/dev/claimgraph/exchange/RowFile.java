package dev.claimgraph.exchange;

import java.io.IOException;
import java.io.Reader;

/** A file of rows, which can be read from its beginning more than once. */
record RowFile(RowFormat format, Source source) {

    /** @param report where what cannot be read is noted */
    RowReader open(Report report) throws IOException {
        return switch (format) {
            case NDJSON -> new JsonRows(source.open(), report);
            case CSV -> new CsvRows(source.open(), report);
        };
    }

    /** Where it comes from. */
    @FunctionalInterface
    interface Source {
        Reader open() throws IOException;
    }
}

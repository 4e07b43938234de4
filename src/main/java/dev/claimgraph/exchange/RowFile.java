package dev.claimgraph.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** A file of rows, which can be read from its beginning more than once. */
record RowFile(RowFormat format, Source source) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @param report where what cannot be read is noted */
    RowReader open(Report report) throws IOException {
        var file = new BufferedReader(new BoundedLines(source.open()));
        passByteOrderMark(file);
        return switch (format) {
            case NDJSON -> new JsonRows(file, report);
            case CSV -> new CsvRows(file, report);
        };
    }

    /** Spreadsheets begin with one. */
    private static void passByteOrderMark(BufferedReader file) throws IOException {
        file.mark(1);
        if (file.read() != BYTE_ORDER_MARK) {
            file.reset();
        }
    }

    /** Where it comes from. */
    @FunctionalInterface
    interface Source {
        Reader open() throws IOException;
    }
}

package dev.claimgraph.exchange;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Reads no line without end: what has none, such as a whole library in one line, would fill the memory before it is refused. */
final class BoundedLines extends FilterReader {

    /** In characters: four times the longest row of plain text that an export can have, 200 attributes of 200 texts of 200 each. */
    private static final int LONGEST = 32_000_000;

    private long line = 1;
    private int length;
    private boolean isAfterReturn;

    BoundedLines(Reader file) {
        super(file);
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        var read = super.read(into, from, most);
        for (var i = from; i < from + read; i++) {
            pass(into[i]);
        }
        return read;
    }

    /** A line ends with a return, a line feed, or both. */
    private void pass(char next) throws IOException {
        if (next == '\r' || next == '\n') {
            line += next == '\n' && isAfterReturn ? 0 : 1;
            length = 0;
        } else if (++length > LONGEST) {
            throw new IOException("line %d is longer than %,d characters; put each row on a line of its own"
                    .formatted(line, LONGEST));
        }
        isAfterReturn = next == '\r';
    }
}

package dev.claimgraph.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Shows on a terminal how far a file is read, each time that it is, or written; elsewhere nothing. */
final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;

    private final long size;
    private final PrintStream terminal;
    private final boolean isShown;
    private long read;
    private int shown = -1;

    private ProgressBar(long size, PrintStream terminal, boolean isShown) {
        this.size = size;
        this.terminal = terminal;
        this.isShown = isShown;
    }

    static ProgressBar of(long size, PrintStream terminal) {
        var console = System.console();
        return new ProgressBar(Math.max(size, 1), terminal, console != null && console.isTerminal());
    }

    /** The same file from its beginning, counted. */
    InputStream through(InputStream file) {
        read = 0;
        return new FilterInputStream(file) {
            @Override
            public int read() throws IOException {
                var next = super.read();
                read += next < 0 ? 0 : 1;
                return next;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                var count = super.read(bytes, from, length);
                read += Math.max(count, 0);
                return count;
            }
        };
    }

    /** @param done of its size */
    void show(long done) {
        read = done;
        show();
    }

    void show() {
        var percent = (int) Math.min(100, 100 * read / size);
        if (isShown && percent != shown) {
            shown = percent;
            var done = WIDTH * percent / 100;
            terminal.printf("\r[%s%s] %3d %%", "#".repeat(done), " ".repeat(WIDTH - done), percent);
        }
    }

    @Override
    public void close() {
        if (isShown) {
            terminal.println();
        }
    }
}

package dev.claimgraph.copycheck;

import java.util.List;
import java.util.regex.Pattern;

/** Reads copy that is nothing but text, where only its lines tell one block from the next. */
final class PlainCopy {

    private static final Pattern LINE = Pattern.compile("(?m)^.*$");
    private static final Pattern MARKER = Pattern.compile("[\\s\\p{Z}]*(?:[-*•]|\\d{1,3}\\.)[\\s\\p{Z}]+");
    private static final Pattern PUNCTUATED = Pattern.compile(".*\\p{P}");
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /** Characters that a line has at most that may be a heading. */
    private static final int HEADING = 40;

    private PlainCopy() {}

    static List<Block> read(String source) {
        var blocks = new Blocks(source, NOTHING);
        var headed = false;
        for (var lines = LINE.matcher(source); lines.find(); ) {
            var line = lines.group();
            var marker = MARKER.matcher(line);
            var marked = marker.lookingAt();
            if (line.isBlank() || marked || headed && !Character.isLowerCase(first(line))) {
                blocks.end();
            }
            blocks.text(lines.start() + (marked ? marker.end() : 0), lines.end());
            blocks.space();
            headed = line.length() <= HEADING
                    && !PUNCTUATED.matcher(line.strip()).matches();
        }
        return blocks.all();
    }

    private static int first(String line) {
        return line.strip().codePointAt(0);
    }
}

package dev.claimgraph.copycheck;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.parser.Parser;

/** Puts blocks together from pieces of the source, in its order, and remembers for each character where it was. */
final class Blocks {

    private static final char NEXT_LINE = '\u0085';
    private static final char SOFT_HYPHEN = '\u00AD';

    private final String source;
    private final Pattern coded;
    private final List<Block> blocks = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private IntStream.Builder starts = IntStream.builder();
    private IntStream.Builder ends = IntStream.builder();
    private int lastEnd;
    private boolean spaced;

    /** @param coded what stands for other characters: entities, and what a backslash escapes */
    Blocks(String source, Pattern coded) {
        this.source = source;
        this.coded = coded;
    }

    /** Goes on with a piece of the source; any white space counts as one space, and none around the block. */
    void text(int from, int to) {
        var at = from;
        for (var codes = coded.matcher(source).region(from, to); codes.find(); at = codes.end()) {
            plain(at, codes.start());
            var code = codes.toMatchResult();
            decoded(code).chars().forEach(character -> add((char) character, code.start(), code.end()));
        }
        plain(at, to);
    }

    private void plain(int from, int to) {
        for (var i = from; i < to; i++) {
            add(source.charAt(i), i, i + 1);
        }
    }

    private static String decoded(MatchResult code) {
        return code.group().startsWith("\\") ? code.group().substring(1) : Parser.unescapeEntities(code.group(), false);
    }

    private void add(char character, int start, int end) {
        if (Character.isWhitespace(character) || character == NEXT_LINE) {
            space();
        } else if (character != SOFT_HYPHEN) {
            if (spaced && !text.isEmpty()) {
                put(' ', lastEnd, start);
            }
            put(character, start, end);
            spaced = false;
        }
    }

    private void put(char character, int start, int end) {
        text.append(character);
        starts.add(start);
        ends.add(end);
        lastEnd = end;
    }

    /** What follows is another word. */
    void space() {
        spaced = true;
    }

    /** What follows is another block. */
    void end() {
        if (!text.isEmpty()) {
            blocks.add(new Block(
                    text.toString(), starts.build().toArray(), ends.build().toArray()));
            text = new StringBuilder();
            starts = IntStream.builder();
            ends = IntStream.builder();
        }
        spaced = false;
    }

    /** A block of its own, inside or outside the one that goes on. */
    void aside(int from, int to) {
        var aside = new Blocks(source, coded);
        aside.text(from, to);
        blocks.addAll(aside.all());
    }

    void add(List<Block> others) {
        blocks.addAll(others);
    }

    List<Block> all() {
        end();
        return List.copyOf(blocks);
    }
}

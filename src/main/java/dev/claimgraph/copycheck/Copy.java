package dev.claimgraph.copycheck;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draft copy as its reader sees it, each piece of it with its place in what was sent. */
record Copy(String source, List<Block> blocks) {

    private static final Comparator<Passage> IN_ORDER = Comparator.comparingInt(Passage::start)
            .thenComparing(Comparator.comparingInt(Passage::end).reversed());

    static Copy read(String source, CopyFormat format) {
        var unmarked = source.replace('\uFEFF', ' ');
        var blocks = switch (format) {
            case PLAIN -> PlainCopy.read(unmarked);
            case MARKDOWN -> MarkdownCopy.read(unmarked);
            case HTML -> HtmlCopy.read(unmarked);
        };
        return new Copy(source, blocks);
    }

    /**
     * Every sentence, each before its clauses, in the order of the source. Sentences do not overlap, but a sentence may hold another
     * whole: the description of a picture in its middle.
     */
    List<Passage> passages(Locale locale) {
        return blocks.stream()
                .flatMap(block -> block.passages(locale))
                .sorted(IN_ORDER)
                .toList();
    }
}

package dev.claimgraph.copycheck;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads copy in Markdown: CommonMark, and the tables that most write in it. */
final class MarkdownCopy extends AbstractVisitor {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern CODED =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});|\\\\[!-/:-@\\[-`{-~]");
    private static final Pattern RULER = Pattern.compile("(?=.*-)(?=.*\\|)[-:| \t]+");
    private static final Pattern TICKS = Pattern.compile("(?s)`+(.*?)`+");
    private static final Pattern PIPE = Pattern.compile("(?<!\\\\)\\|");

    private final String source;
    private Blocks blocks;

    /** The line below the header of the table that is read, which makes a table of it; null outside. */
    private @Nullable SourceSpan ruler;

    private MarkdownCopy(String source) {
        this.source = source;
        this.blocks = new Blocks(source, CODED);
    }

    static List<Block> read(String source) {
        var copy = new MarkdownCopy(source);
        PARSER.parse(source).accept(copy);
        return copy.blocks.all();
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        blocks.end();
    }

    @Override
    public void visit(Paragraph paragraph) {
        ruler = paragraph.getSourceSpans().stream()
                .skip(1)
                .filter(line -> RULER.matcher(at(line)).matches())
                .findFirst()
                .orElse(null);
        visitChildren(paragraph);
        blocks.end();
        ruler = null;
    }

    @Override
    public void visit(Text text) {
        if (isFootnoteMark(text)) {
            return;
        }
        for (var span : text.getSourceSpans()) {
            if (ruler == null) {
                blocks.text(span.getInputIndex(), end(span));
            } else if (span.getLineIndex() != ruler.getLineIndex()) {
                cells(span.getInputIndex(), end(span));
            }
        }
    }

    private static boolean isFootnoteMark(Text text) {
        return text.getPrevious() instanceof HtmlInline tag
                && tag.getLiteral().equalsIgnoreCase("<sup>")
                && text.getNext() instanceof HtmlInline
                && Footnotes.isMark(
                        text.getLiteral(), tag.getPrevious() instanceof Text before ? before.getLiteral() : "");
    }

    private void cells(int start, int end) {
        var from = start;
        var pipes = PIPE.matcher(source).region(start, end).useTransparentBounds(true);
        for (; pipes.find(); from = pipes.end()) {
            blocks.text(from, pipes.start());
            blocks.end();
        }
        blocks.text(from, end);
    }

    /** What is written as code within a sentence is a word of it. */
    @Override
    public void visit(Code code) {
        var span = code.getSourceSpans().getFirst();
        var marks = TICKS.matcher(at(span));
        if (ruler == null && marks.matches()) {
            blocks.text(span.getInputIndex() + marks.start(1), span.getInputIndex() + marks.end(1));
        }
    }

    @Override
    public void visit(SoftLineBreak softLineBreak) {
        endLine();
    }

    @Override
    public void visit(HardLineBreak hardLineBreak) {
        endLine();
    }

    private void endLine() {
        if (ruler == null) {
            blocks.space();
        } else {
            blocks.end();
        }
    }

    @Override
    public void visit(Image image) {
        var around = blocks;
        blocks = new Blocks(source, CODED);
        visitChildren(image);
        around.add(blocks.all());
        blocks = around;
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().regionMatches(true, 0, "<br", 0, 3)) {
            blocks.space();
        } else if (html.getLiteral().contains("=")) {
            html(html);
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        html(html);
    }

    /** Read alone, with spaces in the place of the marks of the quotation or the list that it is in. */
    private void html(Node html) {
        var lines = html.getSourceSpans();
        var start = lines.getFirst().getInputIndex();
        var alone = new char[end(lines.getLast()) - start];
        Arrays.fill(alone, ' ');
        for (var line : lines) {
            source.getChars(line.getInputIndex(), end(line), alone, line.getInputIndex() - start);
        }
        blocks.add(HtmlCopy.read(new String(alone)).stream()
                .map(block -> block.movedBy(start))
                .toList());
    }

    private String at(SourceSpan span) {
        return source.substring(span.getInputIndex(), end(span));
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }
}

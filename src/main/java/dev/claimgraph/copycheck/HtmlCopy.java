package dev.claimgraph.copycheck;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * Reads copy in HTML in the order of its source, which is not always that of the tree: there, text that is misplaced in a table comes
 * before it.
 */
final class HtmlCopy {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{0,31});?");
    private static final Set<String> UNREAD = Set.of("script", "style", "template", "noscript", "s", "strike", "del");
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Set<String> ATTRIBUTES = Set.of("alt", "title", "aria-label", "placeholder");

    /** What jsoup does not count among the blocks, but shows its text apart. */
    private static final Set<String> APART =
            Set.of("button", "label", "legend", "option", "select", "summary", "textarea");

    private HtmlCopy() {}

    static List<Block> read(String source) {
        var document = Parser.htmlParser().setTrackPosition(true).parseInput(source, "");
        var pieces = Stream.<Piece>builder();
        NodeTraversor.filter(filter(pieces), document);
        var blocks = new Blocks(source, ENTITY);
        pieces.build()
                .distinct()
                .sorted(Comparator.comparingInt(Piece::start).thenComparing(Piece::kind))
                .forEach(piece -> piece.into(blocks));
        return blocks.all();
    }

    private static NodeFilter filter(Stream.Builder<Piece> pieces) {
        return (node, depth) -> {
            if (node instanceof TextNode text) {
                var range = text.sourceRange();
                pieces.add(new Piece(Kind.TEXT, range.startPos(), range.endPos()));
            } else if (node instanceof Element element) {
                if (isUnread(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                read(element, pieces);
            }
            return FilterResult.CONTINUE;
        };
    }

    private static boolean isUnread(Element element) {
        var parent = element.parent();
        return UNREAD.contains(element.normalName())
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style").toLowerCase(Locale.ROOT))
                        .find()
                || element.nameIs("code") && parent != null && parent.nameIs("pre")
                || element.nameIs("sup") && isFootnoteMark(element);
    }

    /** A number or a sign alone, be it in a link. */
    private static boolean isFootnoteMark(Element raised) {
        var link = raised.firstElementChild();
        var mark = link != null && raised.childNodeSize() == 1 ? link : raised;
        var before = raised.previousSibling() instanceof TextNode text ? text.getWholeText() : "";
        return mark.firstElementChild() == null && Footnotes.isMark(mark.wholeOwnText(), before);
    }

    private static void read(Element element, Stream.Builder<Piece> pieces) {
        if (element.isBlock() || APART.contains(element.normalName())) {
            pieces.add(new Piece(Kind.END, element.sourceRange().startPos(), 0));
            pieces.add(new Piece(Kind.END, element.endSourceRange().endPos(), 0));
        } else if (element.nameIs("br")) {
            pieces.add(new Piece(Kind.SPACE, element.sourceRange().startPos(), 0));
        }
        for (var attribute : element.attributes()) {
            if (isRead(element, attribute.getKey())) {
                var range = element.attributes().sourceRange(attribute.getKey()).valueRange();
                pieces.add(new Piece(Kind.ASIDE, range.startPos(), range.endPos()));
            }
        }
    }

    private static boolean isRead(Element element, String attribute) {
        return ATTRIBUTES.contains(attribute)
                || element.nameIs("meta")
                        && attribute.equals("content")
                        && element.attr("name").equalsIgnoreCase("description");
    }

    /** What to do at a place; blocks end there before anything else. */
    private enum Kind {
        END,
        SPACE,
        TEXT,
        ASIDE
    }

    /** What is at one place of the source. */
    private record Piece(Kind kind, int start, int end) {

        void into(Blocks blocks) {
            switch (kind) {
                case END -> blocks.end();
                case SPACE -> blocks.space();
                case TEXT -> blocks.text(start, end);
                case ASIDE -> blocks.aside(start, end);
            }
        }
    }
}

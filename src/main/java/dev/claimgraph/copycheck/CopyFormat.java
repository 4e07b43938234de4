package dev.claimgraph.copycheck;

import java.util.regex.Pattern;

/** How draft copy is written. */
enum CopyFormat {
    PLAIN,
    MARKDOWN,
    HTML;

    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)");

    /** Tags that lay out a page or its paragraphs. */
    private static final Pattern LAYOUT =
            tags("html|head|body|title|meta|link|script|style|p|div|section|article|header|footer|main|nav|aside|h[1-6]"
                    + "|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|blockquote|figure|figcaption|form|hr|pre");

    /** Tags that Markdown, too, has within its lines. */
    private static final Pattern INLINE =
            tags("a|abbr|b|br|button|code|em|font|i|img|input|label|mark|s|small|span|strong|sub|sup|u|wbr");

    private static final Pattern MARKS = Pattern.compile(String.join(
            "|",
            "(?m)^[ \uFEFF]{0,3}(?:#{1,6}[ \t]+\\S|(?:[-*+]|\\d{1,9}[.)])[ \t]+\\S|>|(?:={3,}|-{3,})[ \t]*$|\\|.*\\|)",
            "\\[[^\\[\\]\n]++\\][(\\[]",
            "(?<![\\w*])\\*{1,3}(?=[^\\s*])[^*\n]*+(?<=\\S)\\*",
            "(?<!\\w)_{1,3}(?=[^\\s_])[^_\n]*+(?<=\\S)_{1,3}+(?!\\w)",
            "`[^`\n]++`"));

    /** The format that this looks like: within lines, tags may be in Markdown, and marks in HTML that lays out a page. */
    static CopyFormat of(String text) {
        if (FENCE.matcher(text).find()) {
            return MARKDOWN;
        }
        if (LAYOUT.matcher(text).find()) {
            return HTML;
        }
        if (MARKS.matcher(text).find()) {
            return MARKDOWN;
        }
        return INLINE.matcher(text).find() ? HTML : PLAIN;
    }

    private static Pattern tags(String names) {
        return Pattern.compile(
                "(?i)<!doctype\\s|</(?:%1$s)\\s*>|<(?:%1$s)(?:\\s*/?>|\\s[^<>=]*+=[^<>]*+>)".formatted(names));
    }
}

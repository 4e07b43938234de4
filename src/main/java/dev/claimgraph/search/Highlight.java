package dev.claimgraph.search;

import org.springframework.web.util.HtmlUtils;

/** Shows what matched: a wording as HTML, the words that were looked for marked in it. */
final class Highlight {

    private Highlight() {}

    static String of(String wording, QueryText query) {
        var wanted = query.words();
        var last = wanted.isEmpty() ? "" : wanted.getLast().text();
        var html = new StringBuilder();
        var done = 0;
        for (var word : Words.of(wording)) {
            if (wanted.stream().anyMatch(word::hasStemOf)
                    || (last.length() > 1 && word.text().startsWith(last))) {
                html.append(HtmlUtils.htmlEscape(wording.substring(done, word.start())))
                        .append("<mark>")
                        .append(HtmlUtils.htmlEscape(wording.substring(word.start(), word.end())))
                        .append("</mark>");
                done = word.end();
            }
        }
        return html.append(HtmlUtils.htmlEscape(wording.substring(done))).toString();
    }
}

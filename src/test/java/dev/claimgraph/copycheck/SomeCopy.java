package dev.claimgraph.copycheck;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Copy of every kind, well written and not. */
class SomeCopy {

    private static final String[] PIECES =
            ("Files sync¦ in seconds. ¦Nothing is ever lost, and you know it all the time; ¦e.g. Sync¦ —"
                + " ¦🚀¦\ud83d¦\ude80¦שלום. ¦« Oui. » ¦\n"
                + "¦\r\n"
                + "¦\n\n"
                + "¦ ¦\t¦   "
                + " ¦\u00a0¦\uFEFF¦\u00ad¦\u0085¦\u2028¦\0¦&amp;¦&nbsp;¦&#8217;¦&#128640;¦&copy2¦&NotEqualTilde;¦&#10;¦&¦<¦>¦\\¦\\*¦*¦**¦_¦`¦```\n"
                + "¦[¦](x \"y\")¦![¦# ¦> ¦- ¦1. ¦|¦|-|-|\n"
                + "¦---\n"
                + "¦<!-- ¦ -->¦<b title='A. B.'>¦</b>¦<br>¦<p>¦</p>¦<div>\n"
                + "¦<a href=x>¦</a>¦<img alt='A picture.'>¦"
                + "<li>¦<table>¦<tr>¦<td>¦</table>¦<pre>¦<code>¦</code>¦<script>¦</script>¦<title>¦</title>¦<svg>¦<math>¦<style>¦<![CDATA[¦<select>¦<option>¦<textarea"
                + " placeholder=\"&quot;\">¦<template>¦<plaintext>¦<frameset>")
                    .split("¦");

    private static final String[] NESTED =
            ("<b>¦<div>¦<table><tr><td>¦<ul><li>¦<a title=a>¦<svg>¦<pre><code>¦<template>¦<!--¦<¦<p ¦<p =¦&¦&amp;¦>"
                            + " ¦>¦- ¦1. ¦[¦![¦[a](¦*a ¦**a _b ¦_a*¦`¦``a`¦<?¦\\¦|¦a\n"
                            + "|-\n"
                            + "¦a\n\n"
                            + "¦Mr. ¦A.¦\" ¦; ¦and ¦ ¦!¦\uFEFF")
                    .split("¦");

    private static final String[] TAGS =
            "%s¦<b>%s</b>¦<a href='x.y?z'>%s</a>¦<em><i>%s</i></em>¦<p>%s</p>¦<li>%s¦%s<br>¦<h1 id=a>%s</h1>¦%s<!-- q. -->"
                    .split("¦");

    private static final String[] MARKS =
            "%s¦**%s**¦[%s](http://x.y)¦_%s_¦***%s***¦\n\n%s¦\n- %s¦\n# %s\n¦%s\n¦\n> %s".split("¦");

    private SomeCopy() {}

    static Arbitrary<String> copies() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of(PIECES).list().ofMaxSize(30).map(pieces -> String.join("", pieces)));
    }

    /** What brings parsers down when it is repeated. */
    static Arbitrary<String> nested() {
        return Arbitraries.of(NESTED);
    }

    static Arbitrary<Marked> marked() {
        return Arbitraries.oneOf(
                marked(CopyFormat.HTML, TAGS),
                marked(CopyFormat.MARKDOWN, MARKS),
                marked(CopyFormat.PLAIN, "%s", "%s\n", "\n\n%s"));
    }

    private static Arbitrary<Marked> marked(CopyFormat format, String... marks) {
        var word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        var markedWord = Combinators.combine(word, Arbitraries.of(marks)).as(MarkedWord::new);
        return markedWord.list().ofMinSize(1).ofMaxSize(20).map(words -> Marked.of(words, format));
    }

    private record MarkedWord(String word, String mark) {}

    /** Copy that is made of these words. */
    record Marked(String source, CopyFormat format, List<String> words) {

        private static Marked of(List<MarkedWord> words, CopyFormat format) {
            var source = new StringBuilder();
            words.forEach(word -> source.append(word.mark.formatted(word.word)).append(' '));
            return new Marked(
                    source.toString(),
                    format,
                    words.stream().map(MarkedWord::word).toList());
        }
    }
}

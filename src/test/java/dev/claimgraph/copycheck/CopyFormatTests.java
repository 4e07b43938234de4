package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyFormatTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Files sync.",
                "Files sync.<br>Always.",
                "See <a href=\"/sync\">sync</a>.",
                "\uFEFF<!DOCTYPE html><title>Sync</title>",
                "<!-- Draft -->\n<DIV class='copy'>\n- Files sync\n</DIV>",
                "Files <strong>sync</strong>"
            })
    void tagsMakeItHtml(String text) {
        assertThat(CopyFormat.of(text)).isEqualTo(CopyFormat.HTML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Sync",
                "\uFEFF## Sync",
                "Sync\n====\n",
                "What it does:\n- sync\n- share",
                "1. Sync\r\n2. Share",
                "See [sync](/sync).",
                "Files **sync**.",
                "Files __sync__.",
                "Files _sync_ fast.",
                "> Files sync",
                "| Plan | Size |\n|---|---|",
                "Run `sync`.",
                "```\n<p>Files sync.</p>\n```",
                "**Files** sync.<br>Always."
            })
    void marksMakeItMarkdown(String text) {
        assertThat(CopyFormat.of(text)).isEqualTo(CopyFormat.MARKDOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Files sync in <5 seconds.",
                "If a < b and b > c, files sync.",
                "If x <p and q> y, files sync.",
                "R&D at 5 * 3 = 15, file_name_of_it, the fastest* drive.\n*By our own test.",
                "#1 in sync",
                "-5 °C to 50 °C",
                "Files sync [within seconds] (mostly)."
            })
    void theRestIsPlain(String text) {
        assertThat(CopyFormat.of(text)).isEqualTo(CopyFormat.PLAIN);
    }
}

package dev.claimgraph.search;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Variant;
import dev.claimgraph.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that a claim, a fact it stands on or what these are about is found by, whole or one sentence of it. */
record Wording(Kind kind, String text) {

    static List<Wording> of(Claim claim) {
        var wordings = new ArrayList<Wording>();
        Stream.concat(Stream.of(claim.text()), claim.variants().stream().map(Variant::text))
                .flatMap(Wording::wholeAndSentences)
                .distinct()
                .forEach(text -> wordings.add(new Wording(Kind.CLAIM, text)));
        claim.qualifiers().forEach(text -> wordings.add(new Wording(Kind.QUALIFIER, text)));
        if (!claim.marketProblems().isEmpty()) {
            wordings.add(new Wording(Kind.CONTEXT, context(claim)));
        }
        return wordings;
    }

    /** The same as {@link WordingRepository} puts together where a market problem is renamed. */
    private static String context(Claim claim) {
        return claim.marketProblems().stream()
                .map(problem -> " " + problem.name() + ".")
                .collect(Collectors.joining("", claim.text(), ""));
    }

    static List<Wording> of(Fact fact) {
        return List.of(new Wording(Kind.FACT, fact.statement()));
    }

    /** What a persona is like says little of what is said to it. */
    static List<Wording> of(Subject subject) {
        var wordings = new ArrayList<Wording>();
        wordings.add(new Wording(Kind.NAME, subject.name()));
        if (subject.type() != SubjectType.PERSONA) {
            said(subject.name(), subject.summary()).forEach(text -> wordings.add(new Wording(Kind.SUMMARY, text)));
        }
        return wordings;
    }

    private static Stream<String> said(String name, @Nullable String summary) {
        return summary == null
                ? Stream.of(name)
                : Stream.concat(Stream.of(name + ". " + summary), wholeAndSentences(summary))
                        .distinct();
    }

    private static Stream<String> wholeAndSentences(String text) {
        var sentences = Sentences.in(text, Locale.ENGLISH).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .filter(Wording::saysSomething);
        return Stream.concat(Stream.of(text), sentences);
    }

    /** By itself: a question does not, nor do one or two words. */
    private static boolean saysSomething(String sentence) {
        return !sentence.endsWith("?") && Words.of(sentence).size() > 2;
    }

    /** What a wording is of. */
    enum Kind {
        CLAIM(true, true, true),
        QUALIFIER(true, true, false),
        /** A claim's text with the market problems that it addresses. */
        CONTEXT(false, false, true),
        FACT(false, true, true),
        NAME(false, true, false),
        SUMMARY(false, false, true);

        /** Whether the claim itself says it. */
        final boolean ofClaim;

        final boolean foundByWords;

        /** Whether it is found by its meaning. */
        final boolean embedded;

        Kind(boolean ofClaim, boolean foundByWords, boolean embedded) {
            this.ofClaim = ofClaim;
            this.foundByWords = foundByWords;
            this.embedded = embedded;
        }
    }
}

package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Variant;
import dev.claimgraph.copycheck.Draft.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A claim that a passage of a draft makes, and how the one differs from the other. */
record ClaimMade(Match match, Claim claim) {

    private static final Comparator<ClaimMade> SUREST = Comparator.comparing(ClaimMade::match, Match.SUREST)
            .thenComparing(made -> !made.claim.usable())
            .thenComparing(ClaimMade::match, Match.BY_CLAIM);

    /**
     * Of the claims that a sentence may make each once, and of what overlaps the surest: the whole sentence, unless its parts make
     * different claims.
     */
    static List<ClaimMade> in(Sentence sentence, List<ClaimMade> candidates) {
        var possible = candidates.stream()
                .filter(made -> !made.saysMore() && !made.isAsked(sentence))
                .sorted(SUREST)
                .toList();
        var parts = apart(possible.stream()
                .filter(made -> made.match.isSure() && !made.match.passage().equals(sentence.whole()))
                .toList());
        if (parts.stream().map(made -> made.claim.id()).distinct().count() > 1) {
            return parts;
        }
        var whole =
                possible.stream().filter(made -> !made.match.passage().clause()).findFirst();
        return whole.map(List::of).orElseGet(() -> apart(possible));
    }

    private static List<ClaimMade> apart(List<ClaimMade> surestFirst) {
        var apart = new ArrayList<ClaimMade>();
        for (var made : surestFirst) {
            if (apart.stream().noneMatch(other -> other.overlaps(made.match.passage()))) {
                apart.add(made);
            }
        }
        return apart;
    }

    /**
     * All of the sentence, where nothing of it is a claim; else what it consists of that is none: sentences, clauses that state an
     * amount of their own, and clauses that have nothing to do with what the rest claims.
     */
    static List<Passage> uncovered(Sentence sentence, List<ClaimMade> made) {
        if (made.isEmpty()) {
            return sentence.sentences();
        }
        var further = sentence.clauses().stream()
                .filter(clause -> made.stream().noneMatch(one -> one.saysNothingFurther(clause)));
        var beside = Stream.concat(sentence.parts().stream(), further)
                .filter(passage -> made.stream().noneMatch(one -> one.overlaps(passage)));
        var others =
                sentence.clauses().stream().filter(clause -> made.stream().noneMatch(one -> one.hasToDoWith(clause)));
        return Stream.concat(beside, others).distinct().toList();
    }

    /** A clause belongs to the claim where it has a word of it, or states amounts of it. */
    private boolean hasToDoWith(Passage clause) {
        var copy = Statement.of(clause.text());
        return match.passage().equals(clause)
                || (!copy.amounts().isEmpty() && saysNothingFurther(clause))
                || texts().map(Statement::of).anyMatch(text -> Match.haveInCommon(copy, text));
    }

    boolean saysNothingFurther(Passage passage) {
        return further(Statement.of(passage.text())).isEmpty();
    }

    private boolean overlaps(Passage other) {
        return match.passage().start() < other.end()
                && other.start() < match.passage().end();
    }

    /** Only what the sentence asks has to do with the claim. */
    private boolean isAsked(Sentence sentence) {
        var asserted = Statement.of(sentence.asserted());
        var wording = Statement.of(match.said().text());
        return match.kind() == Match.Kind.MEANING
                && !sentence.parts().isEmpty()
                && match.passage().equals(sentence.whole())
                && !Match.haveInCommon(asserted, wording);
    }

    /** It states an amount that nothing of the claim compares with, and comes not near enough for that to be a slip. */
    private boolean saysMore() {
        return further(Statement.of(match.passage().text())).stream()
                .anyMatch(amount -> !match.isSure() || amount.kind() == Amount.Kind.VERSION);
    }

    /** The amounts that have no counterpart in anything that the claim says, be it but the same number of something else. */
    private List<Amount> further(Statement copy) {
        var statements = texts().map(Statement::of).toList();
        return copy.amounts().stream()
                .filter(amount -> amount.kind() != Amount.Kind.DATE)
                .filter(amount -> statements.stream()
                        .noneMatch(other -> other.amountsBeside(copy).stream()
                                        .anyMatch(own -> own.comparableWith(amount)
                                                || own.value().sameAs(amount.value()))
                                || other.hasNumberOf(copy, amount)))
                .toList();
    }

    /** @param all that the sentence makes, this one too */
    Judgement judged(Sentence sentence, List<ClaimMade> all) {
        var copy = Statement.of(match.passage().text());
        var wording = Statement.of(match.said().text());
        var slips = mismatches(Statement.of(sentence.asserted()), all);
        if (!slips.isEmpty()) {
            var code = claim.usable() ? CheckCode.VALUE_MISMATCH : ofStatus();
            return new Judgement(match, placeOf(slips, sentence, all), claim, code, slips);
        }
        var denied = claim.usable() && Polarity.denies(copy, wording, claim, match.kind());
        return new Judgement(match, match.passage(), claim, denied ? CheckCode.CONTRADICTION : ofStatus(), List.of());
    }

    /** The sentence of those joined that says all of it alone; else all of them. */
    private Passage placeOf(List<Judgement.Slip> slips, Sentence sentence, List<ClaimMade> all) {
        return sentence.parts().stream()
                .filter(this::overlaps)
                .filter(part -> mismatches(Statement.of(part.text()), all).equals(slips))
                .findFirst()
                .orElse(sentence.whole());
    }

    /**
     * What a sentence, but for what other claims in it say, states otherwise than the claim does. What any wording of the claim says,
     * or a qualifier, is no mismatch.
     */
    private List<Judgement.Slip> mismatches(Statement copy, List<ClaimMade> all) {
        var others = all.stream()
                .filter(other -> other != this)
                .flatMap(ClaimMade::stated)
                .toList();
        var wording = Statement.of(match.said().text());
        var text = Statement.of(claim.text());
        var own = copy.amountsBeside(wording).stream()
                .filter(amount -> others.stream().noneMatch(other -> other.agreesWith(amount)))
                .toList();
        var stated = stated().toList();
        var worded = wording.amountsBeside(copy);
        var claimed = Stream.concat(worded.stream(), text.amountsBeside(copy).stream())
                .toList();
        var slips = new ArrayList<Judgement.Slip>();
        for (var mismatch : Amounts.mismatches(claimed, own)) {
            if (stated.stream().noneMatch(amount -> amount.agreesWith(mismatch.copy()))) {
                var source = worded.contains(mismatch.claim()) ? wording : text;
                slips.add(new Judgement.Slip(copy.cut(mismatch.copy()), source.cut(mismatch.claim())));
            }
        }
        if (match.isSure() && match.kind() != Match.Kind.EXACT && all.size() == 1) {
            further(copy).stream()
                    .filter(amount -> amount.isBare() || amount.kind() == Amount.Kind.SHARE)
                    .forEach(amount -> slips.add(new Judgement.Slip(copy.cut(amount), null)));
        }
        return slips;
    }

    private Stream<Amount> stated() {
        return texts().flatMap(text -> Statement.of(text).amounts().stream());
    }

    /** All that the claim says, and what has to go with it. */
    private Stream<String> texts() {
        return Stream.of(
                        Stream.of(claim.text()),
                        claim.variants().stream().map(Variant::text),
                        claim.qualifiers().stream())
                .flatMap(texts -> texts);
    }

    private CheckCode ofStatus() {
        return switch (claim.status()) {
            case APPROVED -> claim.usable() ? CheckCode.APPROVED : CheckCode.STALE_CLAIM;
            case WITHDRAWN, SUPERSEDED -> CheckCode.WITHDRAWN_CLAIM;
            case DRAFT, IN_REVIEW, REJECTED -> CheckCode.NOT_APPROVED;
        };
    }
}

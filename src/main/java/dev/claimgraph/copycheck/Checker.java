package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.claim.Variant;
import dev.claimgraph.copycheck.Draft.Sentence;
import dev.claimgraph.search.SaidBefore;
import dev.claimgraph.search.SaidBefore.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds a draft against the library: which claims each of its sentences makes, and what is wrong with that. */
@Component
class Checker {

    /** Of what comes near a sentence, so many are looked at. */
    private static final int LOOKED_AT = 8;

    private static final int SUGGESTED = 3;

    private static final double MOST = 0.7;

    private final SaidBefore library;
    private final Claims claims;
    private final Assertion assertion;

    Checker(SaidBefore library, Claims claims, Assertion assertion) {
        this.library = library;
        this.claims = claims;
        this.assertion = assertion;
    }

    List<CheckFinding> findings(Draft draft) {
        var said = library.near(draft.passages().stream().map(Passage::text).toList());
        var candidates = new LinkedHashMap<Sentence, List<Match>>();
        for (var sentence : draft.sentences()) {
            candidates.put(sentence, candidates(sentence, said));
        }
        var known = known(draft, said, candidates);
        var chosen = new LinkedHashMap<Sentence, List<Match>>();
        candidates.forEach((sentence, matches) -> chosen.put(sentence, chosen(matches, known)));
        var qualifiers = qualifiers(chosen, known);
        var findings = new ArrayList<CheckFinding>();
        var made = new ArrayList<Judgement>();
        chosen.forEach((sentence, matches) -> {
            if (isAmong(sentence.whole(), qualifiers)) {
                return;
            }
            matches.forEach(match -> made.add(judge(match, sentence, matches, known)));
            var nearby = said.getOrDefault(sentence.whole().text(), List.of());
            for (var passage : uncovered(sentence, matches, known)) {
                if (assertion.isObjective(passage.text())) {
                    findings.add(
                            unsubstantiated(passage, usable(said.getOrDefault(passage.text(), nearby), known), draft));
                }
            }
        });
        findings.addAll(said(made, draft, said, known));
        findings.sort(CheckFinding.IN_ORDER);
        return findings;
    }

    /** The claims that the sentence, or a clause of it, may make; the surest first. */
    private static List<Match> candidates(Sentence sentence, Map<String, List<Said>> said) {
        return sentence.passages().stream()
                .flatMap(passage -> said.getOrDefault(passage.text(), List.of()).stream()
                        .filter(near -> !near.qualifier())
                        .map(near -> Match.of(passage, near)))
                .filter(Objects::nonNull)
                .sorted(Match.SUREST.thenComparing(Match.BY_CLAIM))
                .limit(LOOKED_AT)
                .toList();
    }

    private Map<String, Claim> known(Draft draft, Map<String, List<Said>> said, Map<Sentence, List<Match>> candidates) {
        var ids = new LinkedHashSet<String>();
        candidates
                .values()
                .forEach(
                        matches -> matches.forEach(match -> ids.add(match.said().claimId())));
        draft.sentences()
                .forEach(sentence -> said.getOrDefault(sentence.whole().text(), List.of()).stream()
                        .filter(near -> near.status().equals(ClaimStatus.APPROVED.name()))
                        .map(Said::claimId)
                        .distinct()
                        .limit(LOOKED_AT)
                        .forEach(ids::add));
        return claims.byId(ids);
    }

    /** Each claim once, and of what overlaps the surest: the whole sentence, unless its clauses make different claims. */
    private static List<Match> chosen(List<Match> matches, Map<String, Claim> known) {
        var possible = matches.stream()
                .filter(match -> known.containsKey(match.said().claimId()))
                .filter(match -> !saysMore(match, claim(match, known)))
                .sorted(Match.SUREST
                        .thenComparing(match -> !claim(match, known).usable())
                        .thenComparing(Match.BY_CLAIM))
                .toList();
        var clauses = apart(possible.stream()
                .filter(match -> match.passage().clause() && match.isSure())
                .toList());
        if (clauses.stream().map(match -> match.said().claimId()).distinct().count() > 1) {
            return clauses;
        }
        var whole = possible.stream().filter(match -> !match.passage().clause()).findFirst();
        return whole.map(List::of).orElseGet(() -> apart(possible));
    }

    private static List<Match> apart(List<Match> surestFirst) {
        var apart = new ArrayList<Match>();
        for (var match : surestFirst) {
            if (apart.stream().noneMatch(other -> overlap(match.passage(), other.passage()))) {
                apart.add(match);
            }
        }
        return apart;
    }

    /** The sentence, where nothing of it is a claim; else those of its clauses that are none, and state an amount of their own. */
    private static List<Passage> uncovered(Sentence sentence, List<Match> chosen, Map<String, Claim> known) {
        return chosen.isEmpty()
                ? List.of(sentence.whole())
                : sentence.clauses().stream()
                        .filter(clause -> chosen.stream().noneMatch(match -> overlap(match.passage(), clause)))
                        .filter(clause -> chosen.stream()
                                .allMatch(match -> !further(Statement.of(clause.text()), claim(match, known))
                                        .isEmpty()))
                        .toList();
    }

    private static boolean overlap(Passage one, Passage other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    /** It states an amount that nothing of the claim compares with, and comes not near enough for that to be a slip. */
    private static boolean saysMore(Match match, Claim claim) {
        return further(Statement.of(match.passage().text()), claim).stream()
                .anyMatch(amount -> !match.isSure() || amount.kind() == Amount.Kind.VERSION);
    }

    /** The amounts that have no counterpart in anything that the claim says, be it but the same number of something else. */
    private static List<Amount> further(Statement copy, Claim claim) {
        var statements = texts(claim).map(Statement::of).toList();
        return copy.amounts().stream()
                .filter(amount -> amount.kind() != Amount.Kind.DATE)
                .filter(amount -> statements.stream()
                        .noneMatch(other -> other.amounts().stream()
                                        .anyMatch(own -> own.comparableWith(amount)
                                                || own.value().sameAs(amount.value()))
                                || other.hasNumberOf(copy, amount)))
                .toList();
    }

    private static Judgement judge(Match match, Sentence sentence, List<Match> chosen, Map<String, Claim> known) {
        var claim = claim(match, known);
        var copy = Statement.of(match.passage().text());
        var wording = Statement.of(match.said().text());
        var mismatches = mismatches(match, sentence, chosen, known);
        if (!mismatches.isEmpty()) {
            return new Judgement(
                    match,
                    sentence.whole(),
                    claim,
                    claim.usable() ? CheckCode.VALUE_MISMATCH : ofStatus(claim),
                    mismatches);
        }
        if (match.kind() != Match.Kind.EXACT && claim.usable() && Polarity.denies(copy, wording, match.kind())) {
            return new Judgement(match, match.passage(), claim, CheckCode.CONTRADICTION, List.of());
        }
        return new Judgement(match, match.passage(), claim, ofStatus(claim), List.of());
    }

    /**
     * What the sentence, but for what other claims in it say, states otherwise than the claim does. What any wording of the claim says,
     * or a qualifier, is no mismatch.
     */
    private static List<Judgement.Slip> mismatches(
            Match match, Sentence sentence, List<Match> chosen, Map<String, Claim> known) {
        var claim = claim(match, known);
        var copy = Statement.of(sentence.whole().text());
        var others = chosen.stream()
                .filter(other -> other != match)
                .flatMap(other -> stated(claim(other, known)))
                .toList();
        var own = copy.amounts().stream()
                .filter(amount -> others.stream().noneMatch(other -> other.agreesWith(amount)))
                .toList();
        var stated = stated(claim).toList();
        var wording = Statement.of(match.said().text());
        var slips = new ArrayList<Judgement.Slip>();
        var claimed = Stream.concat(wording.amounts().stream(), Statement.of(claim.text()).amounts().stream())
                .toList();
        for (var mismatch : Amounts.mismatches(claimed, own)) {
            if (stated.stream().noneMatch(amount -> amount.agreesWith(mismatch.copy()))) {
                var source = wording.amounts().contains(mismatch.claim()) ? wording : Statement.of(claim.text());
                slips.add(new Judgement.Slip(copy.cut(mismatch.copy()), source.cut(mismatch.claim())));
            }
        }
        if (match.isSure() && match.kind() != Match.Kind.EXACT && chosen.size() == 1) {
            further(copy, claim).stream()
                    .filter(amount -> amount.isBare() || amount.kind() == Amount.Kind.SHARE)
                    .forEach(amount -> slips.add(new Judgement.Slip(copy.cut(amount), null)));
        }
        return slips;
    }

    private static Stream<Amount> stated(Claim claim) {
        return texts(claim).flatMap(text -> Statement.of(text).amounts().stream());
    }

    private static CheckCode ofStatus(Claim claim) {
        return switch (claim.status()) {
            case APPROVED -> claim.usable() ? CheckCode.APPROVED : CheckCode.STALE_CLAIM;
            case WITHDRAWN, SUPERSEDED -> CheckCode.WITHDRAWN_CLAIM;
            case DRAFT, IN_REVIEW, REJECTED -> CheckCode.NOT_APPROVED;
        };
    }

    /** One finding a passage; that a claim is made rightly, or lacks its qualifier, is said once of it. */
    private List<CheckFinding> said(
            List<Judgement> made, Draft draft, Map<String, List<Said>> said, Map<String, Claim> known) {
        var findings = new ArrayList<CheckFinding>();
        var wrong = new HashSet<String>();
        made.stream()
                .filter(judgement -> judgement.code() != CheckCode.APPROVED)
                .forEach(judgement -> wrong.add(judgement.claim().id()));
        var done = new HashSet<String>();
        for (var judgement : made) {
            var claim = judgement.claim();
            var nearby = usable(said.getOrDefault(judgement.match().passage().text(), List.of()), known);
            if (judgement.code() != CheckCode.APPROVED) {
                findings.add(judgement.finding(draft, nearby));
            } else if (!wrong.contains(claim.id()) && done.add(claim.id())) {
                var missing = claim.qualifiers().stream()
                        .filter(qualifier -> !draft.says(qualifier, claim))
                        .toList();
                findings.add(missing.isEmpty() ? judgement.finding(draft, nearby) : judgement.without(missing, draft));
            }
        }
        return findings;
    }

    /** What has to go with the claims that the draft makes. */
    private static List<Statement> qualifiers(Map<Sentence, List<Match>> chosen, Map<String, Claim> known) {
        return chosen.values().stream()
                .flatMap(List::stream)
                .map(match -> claim(match, known))
                .distinct()
                .flatMap(claim -> claim.qualifiers().stream())
                .map(Statement::of)
                .toList();
    }

    /** It says little beyond what has to go with a claim of the draft. */
    private static boolean isAmong(Passage passage, List<Statement> qualifiers) {
        var copy = Statement.of(passage.text());
        return qualifiers.stream().anyMatch(qualifier -> Match.isAmong(copy, qualifier, MOST));
    }

    private static List<Claim> usable(List<Said> nearby, Map<String, Claim> known) {
        return nearby.stream()
                .map(near -> known.get(near.claimId()))
                .filter(claim -> claim != null && claim.usable())
                .distinct()
                .limit(SUGGESTED)
                .toList();
    }

    private static CheckFinding unsubstantiated(Passage passage, List<Claim> nearest, Draft draft) {
        return new CheckFinding(
                CheckCode.UNSUBSTANTIATED,
                "No claim of the library covers this. Say what one covers, or ask the owner whether it is so.",
                passage.start(),
                passage.end(),
                draft.excerpt(passage),
                null,
                null,
                nearest.isEmpty() ? null : draft.wording(nearest.getFirst()),
                nearest.stream().map(Claim::id).toList(),
                false);
    }

    /** All that a claim says, and what has to go with it. */
    private static Stream<String> texts(Claim claim) {
        return Stream.of(
                        Stream.of(claim.text()),
                        claim.variants().stream().map(Variant::text),
                        claim.qualifiers().stream())
                .flatMap(texts -> texts);
    }

    private static Claim claim(Match match, Map<String, Claim> known) {
        return Objects.requireNonNull(known.get(match.said().claimId()));
    }
}

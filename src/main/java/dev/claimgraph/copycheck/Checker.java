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
        var findings = new ArrayList<CheckFinding>();
        var made = new ArrayList<Judgement>();
        candidates.forEach((sentence, matches) -> {
            var chosen = chosen(matches, known);
            chosen.forEach(match -> made.add(judge(match, known)));
            for (var passage : uncovered(sentence, chosen)) {
                var nearby = said.getOrDefault(passage.text(), List.of());
                if (!isQualifier(passage, nearby) && assertion.isObjective(passage.text())) {
                    findings.add(unsubstantiated(passage, usable(nearby, known), draft));
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
                .sorted(Match.SUREST)
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
                        .limit(LOOKED_AT)
                        .forEach(near -> ids.add(near.claimId())));
        return claims.byId(ids);
    }

    /** Each claim once, and of what overlaps the surest. */
    private static List<Match> chosen(List<Match> matches, Map<String, Claim> known) {
        var chosen = new ArrayList<Match>();
        for (var match : matches.stream()
                .filter(match -> known.containsKey(match.said().claimId()))
                .sorted(Match.SUREST.thenComparing(match -> !claim(match, known).usable()))
                .toList()) {
            if (!saysMore(match, claim(match, known))
                    && chosen.stream().noneMatch(other -> overlap(match.passage(), other.passage()))) {
                chosen.add(match);
            }
        }
        return chosen;
    }

    /** The sentence, where nothing of it is a claim; else those of its clauses that state an amount and are none. */
    private static List<Passage> uncovered(Sentence sentence, List<Match> chosen) {
        return chosen.isEmpty()
                ? List.of(sentence.whole())
                : sentence.clauses().stream()
                        .filter(clause -> chosen.stream().noneMatch(match -> overlap(match.passage(), clause)))
                        .filter(clause -> !Statement.of(clause.text()).amounts().isEmpty())
                        .toList();
    }

    private static boolean overlap(Passage one, Passage other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    /** It states an amount that nothing of the claim compares with: it makes another claim, or one more. */
    private static boolean saysMore(Match match, Claim claim) {
        var stated = texts(claim)
                .flatMap(text -> Statement.of(text).amounts().stream())
                .toList();
        return match.kind() != Match.Kind.EXACT
                && Statement.of(match.passage().text()).amounts().stream()
                        .filter(amount -> amount.kind() != Amount.Kind.DATE)
                        .anyMatch(amount -> stated.stream().noneMatch(other -> other.comparableWith(amount)));
    }

    private static Judgement judge(Match match, Map<String, Claim> known) {
        var claim = claim(match, known);
        var copy = Statement.of(match.passage().text());
        var wording = Statement.of(match.said().text());
        if (match.kind() != Match.Kind.EXACT) {
            var mismatches = mismatches(copy, wording, claim);
            if (!mismatches.isEmpty()) {
                return new Judgement(
                        match, claim, claim.usable() ? CheckCode.VALUE_MISMATCH : ofStatus(claim), mismatches);
            }
            if (claim.usable() && Polarity.denies(copy, wording)) {
                return new Judgement(match, claim, CheckCode.CONTRADICTION, List.of());
            }
        }
        return new Judgement(match, claim, ofStatus(claim), List.of());
    }

    /** Against the wording that it comes nearest to; what any other wording of the claim, or a qualifier, says is no mismatch. */
    private static List<Mismatch> mismatches(Statement copy, Statement wording, Claim claim) {
        var stated = texts(claim)
                .flatMap(text -> Statement.of(text).amounts().stream())
                .toList();
        var own = Stream.concat(wording.amounts().stream(), Statement.of(claim.text()).amounts().stream())
                .toList();
        return Amounts.mismatches(own, copy.amounts()).stream()
                .filter(mismatch -> stated.stream().noneMatch(amount -> amount.agreesWith(mismatch.copy())))
                .toList();
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
                        .filter(qualifier -> !draft.says(qualifier))
                        .toList();
                findings.add(missing.isEmpty() ? judgement.finding(draft, nearby) : judgement.without(missing, draft));
            }
        }
        return findings;
    }

    private static boolean isQualifier(Passage passage, List<Said> nearby) {
        var copy = Statement.of(passage.text());
        return nearby.stream()
                .filter(Said::qualifier)
                .map(near -> Statement.of(near.text()))
                .anyMatch(qualifier -> Match.isAmong(qualifier, copy) || Match.isAmong(copy, qualifier));
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

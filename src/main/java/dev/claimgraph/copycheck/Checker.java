package dev.claimgraph.copycheck;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimStatus;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.copycheck.Draft.Sentence;
import dev.claimgraph.search.SaidBefore;
import dev.claimgraph.search.SaidBefore.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Holds a draft against the library: which claims each of its sentences makes, and what is wrong with that. */
@Component
class Checker {

    /** Of what comes near a sentence, so many are looked at. */
    private static final int LOOKED_AT = 5;

    private static final int SUGGESTED = 3;

    /** The share of a sentence's words from which on it says little beyond the qualifiers of the draft's claims. */
    private static final double MOST = 0.65;

    /** The share from which on it is a qualifier. */
    private static final double ALL = 0.9;

    /** The cosine from which on what stands beside a claim is about the same. */
    private static final double BESIDE = 0.4;

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
        var nearby = new Nearby(said, claims.byId(claimIds(candidates)));
        var made = new LinkedHashMap<Sentence, List<ClaimMade>>();
        candidates.forEach((sentence, matches) -> made.put(sentence, ClaimMade.in(sentence, nearby.claimed(matches))));
        var qualifiers = qualifiers(made);
        made.entrySet().removeIf(sentence -> isAmong(sentence.getKey(), sentence.getValue(), qualifiers));
        var judgements = judgements(made);
        var objective = objective(made, qualifiers, nearby);
        var suggested = nearby.and(claims.byId(nearby.suggestible(wrong(judgements, objective))));
        var findings = new ArrayList<>(said(judgements, draft, suggested));
        objective.forEach((passage, sentence) -> findings.add(unsubstantiated(passage, sentence, draft, suggested)));
        findings.sort(CheckFinding.IN_ORDER);
        return findings;
    }

    /** The claims that the sentence, or a part of it, may make, each once a passage; the surest first. */
    private static List<Match> candidates(Sentence sentence, Map<String, List<Said>> said) {
        var seen = new HashSet<List<Object>>();
        return sentence.passages().stream()
                .flatMap(passage -> said.getOrDefault(passage.text(), List.of()).stream()
                        .filter(near -> !near.qualifier())
                        .map(near -> Match.of(passage, near)))
                .filter(Objects::nonNull)
                .sorted(Match.SUREST.thenComparing(Match.BY_CLAIM))
                .filter(match -> seen.add(List.of(match.passage(), match.said().claimId())))
                .limit(LOOKED_AT)
                .toList();
    }

    private static Set<String> claimIds(Map<Sentence, List<Match>> candidates) {
        return candidates.values().stream()
                .flatMap(List::stream)
                .map(match -> match.said().claimId())
                .collect(Collectors.toSet());
    }

    private static List<Judgement> judgements(Map<Sentence, List<ClaimMade>> made) {
        return made.entrySet().stream()
                .flatMap(sentence ->
                        sentence.getValue().stream().map(one -> one.judged(sentence.getKey(), sentence.getValue())))
                .toList();
    }

    /** The texts of what something else may be said instead of. */
    private static Stream<String> wrong(List<Judgement> judgements, Map<Passage, Sentence> objective) {
        return Stream.of(
                        judgements.stream()
                                .filter(judgement -> judgement.code() != CheckCode.APPROVED)
                                .map(judgement -> judgement.match().passage()),
                        objective.keySet().stream(),
                        objective.values().stream().map(Sentence::whole))
                .flatMap(passages -> passages)
                .map(Passage::text);
    }

    /** One finding a passage; that a claim is made rightly, or lacks its qualifier, is said once of it. */
    private static List<CheckFinding> said(List<Judgement> judgements, Draft draft, Nearby nearby) {
        var findings = new ArrayList<CheckFinding>();
        var done = new HashSet<String>();
        judgements.stream()
                .filter(judgement -> judgement.code() != CheckCode.APPROVED)
                .forEach(judgement -> done.add(judgement.claim().id()));
        for (var judgement : judgements) {
            var claim = judgement.claim();
            var usable = nearby.usable(judgement.match().passage().text());
            if (judgement.code() != CheckCode.APPROVED) {
                findings.add(judgement.finding(draft, usable));
            } else if (done.add(claim.id())) {
                var missing = claim.qualifiers().stream()
                        .filter(qualifier -> !draft.says(qualifier, claim))
                        .toList();
                findings.add(missing.isEmpty() ? judgement.finding(draft, usable) : judgement.without(missing, draft));
            }
        }
        return findings;
    }

    /** It is what has to go with a claim of the draft, and makes none in so many words itself. */
    private static boolean isAmong(Sentence sentence, List<ClaimMade> made, Statement qualifiers) {
        return made.stream().allMatch(one -> one.match().kind() == Match.Kind.MEANING)
                && Match.isAmong(Statement.of(sentence.whole().text()), qualifiers, MOST);
    }

    /** All that has to go with the claims that the draft makes. */
    private static Statement qualifiers(Map<Sentence, List<ClaimMade>> made) {
        return Statement.of(made.values().stream()
                .flatMap(List::stream)
                .map(ClaimMade::claim)
                .distinct()
                .flatMap(claim -> claim.qualifiers().stream())
                .collect(Collectors.joining(" ")));
    }

    /** What asserts something that no claim covers, with the sentences it is of. */
    private Map<Passage, Sentence> objective(Map<Sentence, List<ClaimMade>> made, Statement qualifiers, Nearby nearby) {
        var uncovered = new LinkedHashMap<Passage, Sentence>();
        var sentences = List.copyOf(made.keySet());
        for (var at = 0; at < sentences.size(); at++) {
            var sentence = sentences.get(at);
            var around = sentences.subList(Math.max(0, at - 1), Math.min(sentences.size(), at + 2)).stream()
                    .flatMap(other -> made.getOrDefault(other, List.of()).stream())
                    .toList();
            ClaimMade.uncovered(sentence, made.getOrDefault(sentence, List.of())).stream()
                    .filter(passage -> !nearby.isQualifier(passage)
                            && !explains(passage, qualifiers)
                            && around.stream().noneMatch(one -> nearby.goesOn(one, passage)))
                    .forEach(passage -> uncovered.put(passage, sentence));
        }
        var objective = assertion.objective(
                uncovered.keySet().stream().map(Passage::text).toList());
        uncovered.keySet().removeIf(passage -> !objective.contains(passage.text()));
        return uncovered;
    }

    /** It states the amounts of what has to go with claims of the draft, and no other. */
    private static boolean explains(Passage passage, Statement qualifiers) {
        var amounts = Statement.of(passage.text()).amounts();
        return amounts.stream().anyMatch(amount -> amount.kind() != Amount.Kind.DATE)
                && amounts.stream()
                        .allMatch(amount -> qualifiers.amounts().stream().anyMatch(own -> own.agreesWith(amount)));
    }

    private static CheckFinding unsubstantiated(Passage passage, Sentence sentence, Draft draft, Nearby nearby) {
        var usable = nearby.usable(passage.text());
        var nearest = usable.isEmpty() ? nearby.usable(sentence.whole().text()) : usable;
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

    /**
     * What the library has that comes near what the draft says.
     *
     * @param said by passage
     * @param claims by id
     */
    private record Nearby(Map<String, List<Said>> said, Map<String, Claim> claims) {

        List<ClaimMade> claimed(List<Match> matches) {
            return matches.stream()
                    .mapMulti((Match match, Consumer<ClaimMade> made) -> {
                        var claim = claims.get(match.said().claimId());
                        if (claim != null) {
                            made.accept(new ClaimMade(match, claim));
                        }
                    })
                    .toList();
        }

        Nearby and(Map<String, Claim> others) {
            var all = new HashMap<>(claims);
            all.putAll(others);
            return new Nearby(said, all);
        }

        /** The approved claims that come nearest to these texts, but for those that are known. */
        Set<String> suggestible(Stream<String> texts) {
            return texts.flatMap(text -> said.getOrDefault(text, List.of()).stream()
                            .filter(near -> near.status().equals(ClaimStatus.APPROVED.name()))
                            .map(Said::claimId)
                            .distinct()
                            .limit(LOOKED_AT))
                    .filter(id -> !claims.containsKey(id))
                    .collect(Collectors.toSet());
        }

        List<Claim> usable(String text) {
            return said.getOrDefault(text, List.of()).stream()
                    .map(near -> claims.get(near.claimId()))
                    .filter(claim -> claim != null && claim.usable())
                    .distinct()
                    .limit(SUGGESTED)
                    .toList();
        }

        /** Beside a claim, a passage that says nothing further is about the same. */
        boolean goesOn(ClaimMade made, Passage passage) {
            return made.saysNothingFurther(passage)
                    && said.getOrDefault(passage.text(), List.of()).stream()
                            .anyMatch(near -> near.claimId().equals(made.claim().id()) && near.near() >= BESIDE);
        }

        /** What the library says with a claim needs none. */
        boolean isQualifier(Passage passage) {
            return said.getOrDefault(passage.text(), List.of()).stream()
                    .filter(Said::qualifier)
                    .anyMatch(qualifier ->
                            Match.isAmong(Statement.of(passage.text()), Statement.of(qualifier.text()), ALL));
        }
    }
}

package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.SampleCompanyTest;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.copycheck.Labelled.Expected;
import dev.claimgraph.search.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How well copy is judged, by code; {@code ./mvnw test -Dtest=CheckQualityTests} prints it. */
@SampleCompanyTest
class CheckQualityTests {

    /** What no change may fall below: the bars, where there is one. */
    private static final Map<CheckCode, Floor> FLOOR = Map.of(
            CheckCode.STALE_CLAIM, new Floor(0.95, 0.95),
            CheckCode.WITHDRAWN_CLAIM, new Floor(0.9, 0.95),
            CheckCode.NOT_APPROVED, new Floor(0.95, 0.95),
            CheckCode.VALUE_MISMATCH, new Floor(0.95, 0.95),
            CheckCode.CONTRADICTION, new Floor(0.8, 0.84),
            CheckCode.QUALIFIER_MISSING, new Floor(0.87, 0.87),
            CheckCode.UNSUBSTANTIATED, new Floor(0.9, 0.85),
            CheckCode.FLAGGED_PHRASE, new Floor(1, 1));

    private final CopyCheck check;
    private final Claims claims;
    private final Doors doors;

    CheckQualityTests(CopyCheck check, Claims claims, Doors doors) {
        this.check = check;
        this.claims = claims;
        this.doors = doors;
    }

    @Test
    void copyIsJudgedAsPeopleJudgeIt() throws IOException {
        new WebPlatformLibrary(new Company(doors)).load();
        var development = judged(Labelled.all("development"));
        var evaluation = judged(Labelled.all("evaluation"));
        var report = new StringBuilder(
                "%nChecking copy: %d labelled pieces%n".formatted(development.size() + evaluation.size()));
        var scores = scores("evaluation", asHardAsCopyIs(evaluation), report);
        var strict = scores("all of it", evaluation, report);
        scores("development", development, report);
        development.forEach((piece, findings) -> {
            if (!Set.copyOf(piece.findings()).equals(findings)) {
                report.append("  %s%s: %s%n    expected %s%n    found    %s%n"
                        .formatted(
                                piece.kind(),
                                piece.hard() == null ? "" : ", hard",
                                piece.text().replace("\n", " / "),
                                piece.findings(),
                                findings));
            }
        });
        System.out.println(report);
        assertThat(evaluation).hasSizeGreaterThanOrEqualTo(150);
        assertThat(prints(evaluation)).doesNotContainAnyElementsOf(prints(development));
        FLOOR.forEach((code, floor) -> {
            assertThat(scores.of(code).recall()).as("recall of " + code).isGreaterThanOrEqualTo(floor.recall());
            assertThat(scores.of(code).precision())
                    .as("precision of " + code)
                    .isGreaterThanOrEqualTo(floor.precision());
        });
        assertThat(scores.falseAlarms()).isLessThan(0.02);
        assertThat(strict.falseAlarms()).isLessThan(0.045);
    }

    /** All that is ordinary and three hard pieces of each kind, whichever; the set has four times as many of these. */
    private static Map<Labelled, Set<Expected>> asHardAsCopyIs(Map<Labelled, Set<Expected>> judged) {
        var kept = new LinkedHashMap<>(judged);
        judged.keySet().stream()
                .filter(piece -> piece.hard() != null)
                .collect(Collectors.groupingBy(Labelled::kind))
                .values()
                .forEach(hard -> hard.stream()
                        .sorted(Comparator.comparing(piece -> Words.print(piece.text())))
                        .skip(3)
                        .forEach(kept::remove));
        return kept;
    }

    private static List<String> prints(Map<Labelled, Set<Expected>> judged) {
        return judged.keySet().stream().map(piece -> Words.print(piece.text())).toList();
    }

    private Map<Labelled, Set<Expected>> judged(List<Labelled> pieces) {
        var judged = new LinkedHashMap<Labelled, Set<Expected>>();
        pieces.forEach(piece -> judged.put(piece, judged(piece)));
        return judged;
    }

    private Set<Expected> judged(Labelled piece) {
        var findings = new HashSet<Expected>();
        for (var finding : check.check(doors.actor("marketer"), piece.text(), null, null, null)
                .findings()) {
            findings.add(new Expected(finding.code(), key(finding.claimId())));
        }
        return findings;
    }

    private @Nullable String key(@Nullable String claimId) {
        return claimId == null ? null : claims.byId(claimId).map(Claim::key).orElse(null);
    }

    private static Scores scores(String half, Map<Labelled, Set<Expected>> found, StringBuilder report) {
        var scores = new Scores(new EnumMap<>(CheckCode.class), new ArrayList<>());
        found.forEach(scores::add);
        for (var code : CheckCode.values()) {
            var score = scores.of(code);
            report.append("%-12s %-18s recall %.3f  precision %.3f  (%d labelled)%n"
                    .formatted(half, code, score.recall(), score.precision(), score.right() + score.missed()));
        }
        report.append("%-12s false alarms on clean copy %.3f (of %d)%n"
                .formatted(half, scores.falseAlarms(), scores.clean().size()));
        return scores;
    }

    record Floor(double recall, double precision) {}

    /** What was found right, missed and found wrongly. */
    record Score(int right, int missed, int wrong) {

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }
    }

    record Scores(Map<CheckCode, Score> byCode, List<Boolean> clean) {

        Score of(CheckCode code) {
            return Objects.requireNonNullElse(byCode.get(code), new Score(0, 0, 0));
        }

        /** The share of pieces with nothing wrong in which something was found to be. */
        double falseAlarms() {
            return (double) clean.stream().filter(alarm -> alarm).count() / clean.size();
        }

        void add(Labelled piece, Set<Expected> found) {
            for (var code : CheckCode.values()) {
                var labelled = piece.findings().stream()
                        .filter(finding -> finding.code() == code)
                        .distinct()
                        .toList();
                var given =
                        found.stream().filter(finding -> finding.code() == code).toList();
                var right = (int) labelled.stream().filter(given::contains).count();
                var before = of(code);
                byCode.put(
                        code,
                        new Score(
                                before.right() + right,
                                before.missed() + labelled.size() - right,
                                before.wrong() + given.size() - right));
            }
            if (piece.isClean()) {
                clean.add(found.stream().anyMatch(finding -> finding.code() != CheckCode.APPROVED));
            }
        }
    }
}

package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.SampleCompanyTest;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.copycheck.Labelled.Expected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How well copy is judged, by code; {@code ./mvnw test -Dtest=CheckQualityTests} prints it. */
@SampleCompanyTest
class CheckQualityTests {

    private final Checker checker;
    private final Claims claims;
    private final Doors doors;

    CheckQualityTests(Checker checker, Claims claims, Doors doors) {
        this.checker = checker;
        this.claims = claims;
        this.doors = doors;
    }

    @Test
    void copyIsJudgedAsPeopleJudgeIt() throws IOException {
        new WebPlatformLibrary(new Company(doors)).load();
        var pieces = new ArrayList<>(Labelled.read("copycheck/averley.yaml"));
        pieces.addAll(Labelled.read("copycheck/web-platform.yaml"));
        pieces.addAll(Labelled.read("copycheck/averley-more.yaml"));
        var found = new LinkedHashMap<Labelled, Set<Expected>>();
        pieces.forEach(piece -> found.put(piece, judged(piece)));
        var report = new StringBuilder("\nChecking copy: %d labelled pieces%n".formatted(pieces.size()));
        var evaluation = scores("evaluation", found, report);
        scores("development", found, report);
        found.forEach((piece, findings) -> {
            if (piece.half().equals("development")
                    && !Set.copyOf(piece.findings()).equals(findings)) {
                report.append("  %s%s: %s%n    expected %s%n    found    %s%n"
                        .formatted(
                                piece.kind(),
                                piece.hard() == null ? "" : ", hard",
                                piece.text().replace("\n", " / "),
                                piece.findings(),
                                findings));
            }
        });
        dump(pieces); // TEMP
        System.out.println(report);
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(300);
        assertThat(evaluation.of(CheckCode.VALUE_MISMATCH).recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(evaluation.of(CheckCode.VALUE_MISMATCH).precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(evaluation.of(CheckCode.STALE_CLAIM).recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(evaluation.of(CheckCode.STALE_CLAIM).precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(evaluation.of(CheckCode.UNSUBSTANTIATED).recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(evaluation.of(CheckCode.UNSUBSTANTIATED).precision()).isGreaterThanOrEqualTo(0.85);
        assertThat(evaluation.falseAlarms()).isLessThan(0.02);
    }

    // TEMP
    @org.springframework.beans.factory.annotation.Autowired
    dev.claimgraph.search.SaidBefore library;

    private void dump(List<Labelled> pieces) throws IOException {
        var near = new java.util.HashMap<String, Object>();
        var all = new java.util.HashMap<String, Object>();
        for (var piece : pieces) {
            var draft = Draft.read(piece.text(), CopyFormat.of(piece.text()), null, null);
            library.near(draft.passages().stream().map(Passage::text).toList()).forEach((text, list) -> {
                near.put(text, list);
                list.forEach(said -> claims.byId(said.claimId())
                        .ifPresent(c -> all.put(
                                c.id(),
                                Map.of(
                                        "key",
                                        String.valueOf(c.key()),
                                        "text",
                                        c.text(),
                                        "variants",
                                        c.variants(),
                                        "qualifiers",
                                        c.qualifiers(),
                                        "status",
                                        c.status(),
                                        "usable",
                                        c.usable()))));
            });
        }
        java.nio.file.Files.writeString(
                java.nio.file.Path.of("/tmp/dump2.json"),
                dev.claimgraph.shared.Json.write(Map.of("near", near, "claims", all)));
    }

    private Set<Expected> judged(Labelled piece) {
        var draft = Draft.read(piece.text(), CopyFormat.of(piece.text()), null, null);
        var findings = new HashSet<Expected>();
        for (var finding : checker.findings(draft)) {
            findings.add(new Expected(finding.code(), key(finding.claimId())));
        }
        return findings;
    }

    private @Nullable String key(@Nullable String claimId) {
        return claimId == null ? null : claims.byId(claimId).map(Claim::key).orElse(null);
    }

    private static Scores scores(String half, Map<Labelled, Set<Expected>> found, StringBuilder report) {
        var scores = new Scores(new EnumMap<>(CheckCode.class), new ArrayList<>());
        found.forEach((piece, findings) -> {
            if (piece.half().equals(half)) {
                scores.add(piece, findings);
            }
        });
        for (var code : CheckCode.values()) {
            var score = scores.of(code);
            report.append("%-12s %-18s recall %.3f  precision %.3f  (%d labelled)%n"
                    .formatted(half, code, score.recall(), score.precision(), score.right() + score.missed()));
        }
        report.append("%-12s false alarms on clean copy %.3f (of %d)%n"
                .formatted(half, scores.falseAlarms(), scores.clean().size()));
        return scores;
    }

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

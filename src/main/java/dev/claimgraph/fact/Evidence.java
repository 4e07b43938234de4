package dev.claimgraph.fact;

import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * What backs a fact.
 *
 * @param capturedAt the day it was captured
 * @param sha256 of the file it stands for, in 64 hexadecimal digits
 */
public record Evidence(
        EvidenceKind kind,
        String title,
        @Nullable URI url,
        @Nullable LocalDate capturedAt,
        @Nullable String excerpt,
        @Nullable String sha256) {

    static Evidence from(Value evidence) {
        var url = evidence.get("url").asString(null);
        return new Evidence(
                EvidenceKind.valueOf(evidence.get("kind").asString()),
                evidence.get("title").asString(),
                url == null ? null : URI.create(url),
                evidence.get("capturedAt").asLocalDate(null),
                evidence.get("excerpt").asString(null),
                evidence.get("sha256").asString(null));
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("kind", kind.name());
        properties.put("title", title);
        properties.put("url", url == null ? null : url.toString());
        properties.put("capturedAt", capturedAt);
        properties.put("excerpt", excerpt);
        properties.put("sha256", sha256);
        return properties;
    }

    /** Reads what a caller sent, noting what is wrong with it. */
    public static Evidence read(EvidenceInput input, Problems problems, Object... path) {
        var sha256 = problems.optionalText(input.sha256(), 64, Problems.at(path, "sha256"));
        if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
            var message = "sha256 must be 64 hexadecimal digits.";
            problems.add(ProblemCode.INVALID, message, Problems.at(path, "sha256"));
        }
        return new Evidence(
                input.kind(),
                problems.text(input.title(), Problems.NAME, Problems.at(path, "title")),
                input.url(),
                input.capturedAt(),
                problems.optionalText(input.excerpt(), Problems.LONG_TEXT, Problems.at(path, "excerpt")),
                sha256 == null ? null : sha256.toLowerCase(Locale.ROOT));
    }

    /** As a caller would send it. */
    public EvidenceInput input() {
        return new EvidenceInput(kind, title, url, capturedAt, excerpt, sha256);
    }

    /** What a piece of evidence is. */
    public enum EvidenceKind {
        DOCUMENT,
        TEST,
        BENCHMARK,
        CUSTOMER_QUOTE,
        ANALYST_REPORT,
        RELEASE_NOTE,
        OTHER
    }

    /** Evidence as a caller sends it. */
    public record EvidenceInput(
            EvidenceKind kind,
            @Nullable String title,
            @Nullable URI url,
            @Nullable LocalDate capturedAt,
            @Nullable String excerpt,
            @Nullable String sha256) {}
}

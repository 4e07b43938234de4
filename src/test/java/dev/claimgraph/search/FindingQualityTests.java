package dev.claimgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.SampleCompanyTest;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.search.Indexes.Hit;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whether marketers find what they look for in their own words; {@code ./mvnw test -Dtest=FindingQualityTests} prints how well. */
@SampleCompanyTest
class FindingQualityTests {

    private final Messaging messaging;
    private final Indexes indexes;
    private final ClaimLists lists;
    private final Claims claims;

    FindingQualityTests(Messaging messaging, Indexes indexes, ClaimLists lists, Claims claims) {
        this.messaging = messaging;
        this.indexes = indexes;
        this.lists = lists;
        this.claims = claims;
    }

    @Test
    void wordsAndMeaningTogetherFindMoreThanEitherAlone() throws IOException {
        var queries = queries();
        var ways = new LinkedHashMap<String, Function<String, List<String>>>();
        ways.put("words alone", text -> usable(byWords(QueryText.of(text))));
        ways.put(
                "meaning alone",
                text -> usable(Messaging.nearest(
                        messaging.byMeaning(QueryText.of(text), 100).getFirst(), 100)));
        ways.put("both", this::found);
        var scores = new HashMap<String, Score>();
        var report =
                new StringBuilder("\nFinding messaging: %d queries in marketers' words%n".formatted(queries.size()));
        for (var half : List.of("development", "evaluation", "all")) {
            for (var way : ways.entrySet()) {
                var some = queries.stream()
                        .filter(query -> half.equals("all") || half.equals(query.half()))
                        .toList();
                var score = Score.of(some, way.getValue());
                scores.put(half + " " + way.getKey(), score);
                report.append("%-12s %-14s recall@5 %.3f  MRR %.3f%n"
                        .formatted(half, way.getKey(), score.recall(), score.mrr()));
            }
        }
        for (var query : queries) {
            var list = found(query.query()).stream().limit(5).toList();
            if (!list.containsAll(query.claims())) {
                report.append("  missed: %s: %s of %s; found %s%n"
                        .formatted(query.half(), query.query(), query.claims(), list));
            }
        }
        System.out.println(report);
        assertThat(queries).hasSizeGreaterThanOrEqualTo(60);
        var both = Objects.requireNonNull(scores.get("all both"));
        assertThat(both.recall()).as("recall@5").isGreaterThanOrEqualTo(0.9);
        assertThat(both.mrr()).as("MRR").isGreaterThanOrEqualTo(0.8);
        for (var alone : List.of("all words alone", "all meaning alone")) {
            var other = Objects.requireNonNull(scores.get(alone));
            assertThat(both.recall()).as("recall@5, beside " + alone).isGreaterThan(other.recall());
            assertThat(both.mrr()).as("MRR, beside " + alone).isGreaterThan(other.mrr());
        }
    }

    private List<String> found(String text) {
        return messaging.find(text, null, PageRequest.first(20), false, false).page().nodes().stream()
                .map(found -> String.valueOf(found.claim().key()))
                .toList();
    }

    private List<Hit> byWords(QueryText query) {
        return Messaging.saying(indexes.byWords(query.lucene(), 100), query, Words::of);
    }

    private List<String> usable(List<Hit> hits) {
        var ids = hits.stream().map(Hit::claimId).distinct().toList();
        var kept = lists.among(ids, ClaimFilter.usableUnlessSaid(null)).stream()
                .map(ClaimLists.Kept::id)
                .collect(Collectors.toSet());
        var read = claims.byId(kept);
        return ids.stream()
                .map(read::get)
                .filter(Objects::nonNull)
                .map(Claim::key)
                .map(String::valueOf)
                .toList();
    }

    private static List<Labelled> queries() throws IOException {
        try (var file = new ClassPathResource("search/queries.yaml").getInputStream()) {
            return List.of(new YAMLMapper().readValue(file, Labelled[].class));
        }
    }

    record Labelled(String query, List<String> claims, String half) {}

    /** How well a way of finding does: how many of the right answers are among the first five, and how far up the first one is. */
    record Score(double recall, double mrr) {

        static Score of(List<Labelled> queries, Function<String, List<String>> way) {
            var recall = 0.0;
            var mrr = 0.0;
            for (var query : queries) {
                var found = way.apply(query.query());
                var first = found.stream().limit(5).toList();
                recall +=
                        (double) query.claims().stream().filter(first::contains).count()
                                / Math.min(5, query.claims().size());
                var rank = Stream.iterate(0, i -> i < found.size(), i -> i + 1)
                        .filter(i -> query.claims().contains(found.get(i)))
                        .findFirst();
                mrr += rank.map(place -> 1.0 / (place + 1)).orElse(0.0);
            }
            return new Score(recall / queries.size(), mrr / queries.size());
        }
    }
}

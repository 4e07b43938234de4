package dev.claimgraph.search;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.claim.ClaimLists.Kept;
import dev.claimgraph.graph.Beside;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Cursor;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.search.Indexes.Hit;
import dev.claimgraph.search.Ranking.Ranked;
import dev.claimgraph.search.Wording.Kind;
import dev.claimgraph.search.Words.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to finding messaging: claims by their words, by their meaning and by what they are about, fused by rank. What a claim is worth
 * is looked at when it is found, never before, so that no index has to be told when a product changes.
 */
@Component
public class Messaging implements AutoCloseable {

    /**
     * How far it is looked: at so many of each list at first, further where too few are left of them. What is counted, and where facets
     * come from, is among the last so many. Of facts and subjects that are found by meaning, which lead to many claims each, a tenth of so
     * many count, or ten.
     */
    private static final List<Integer> DEPTHS = List.of(50, 200, 1_600);

    private static final int FEWER_AROUND = 10;

    private static final int FEWEST_AROUND = 10;

    /** Two texts of which the cosine is less have nothing to do with each other. */
    private static final double RELATED = 0.15;

    /** How near a text of each kind has to be to count as much as another. Facts say plainly what claims put into other words. */
    private static final Map<Kind, Double> NEARNESS =
            Map.of(Kind.CLAIM, 1.0, Kind.CONTEXT, 1.0, Kind.FACT, 1.15, Kind.SUMMARY, 0.7);

    private static final double WORDS = 0.3;
    private static final double ALL_WORDS = 1;
    private static final double NAMES = 1;
    private static final double MEANINGS = 1;
    private static final double KEYS = 10;

    private final Indexes indexes;
    private final Meaning meaning;
    private final Embedder embedder;
    private final ClaimLists lists;
    private final Beside beside = new Beside(Executors.newVirtualThreadPerTaskExecutor());

    Messaging(Indexes indexes, Meaning meaning, Embedder embedder, ClaimLists lists) {
        this.indexes = indexes;
        this.meaning = meaning;
        this.embedder = embedder;
        this.lists = lists;
    }

    @Override
    public void close() {
        beside.close();
    }

    /**
     * Only usable claims, unless the filter says which status, standing or usability it wants. What it does not keep is ranked with the
     * rest, so that a claim's score and place do not hang on what others are worth. It is looked further only where too little is left:
     * for words alone only while that finds any more, for a phrase and for a count as far as it goes. What is found there comes after all that
     * was found before.
     *
     * @param whole whether all that is found is asked for, because somebody counts it
     * @param inBrief whether those that are usable come without their facts and their audience
     * @throws dev.claimgraph.shared.BadArgument for a blank or over-long text
     */
    Found find(String text, @Nullable ClaimFilter filter, PageRequest page, boolean whole, boolean inBrief) {
        var query = QueryText.of(text);
        var wanted = ClaimFilter.usableUnlessSaid(filter);
        var found = look(query, DEPTHS.getFirst());
        var rows = read(found, query, wanted, page, inBrief);
        for (var depth : DEPTHS.subList(1, DEPTHS.size())) {
            if (!whole && rows.size() > page.limit()) {
                break;
            }
            var more = found.and(look(query, depth));
            if (more.seen() == found.seen()
                    || (!whole
                            && found.areOfWordsAlone()
                            && query.phrases().isEmpty()
                            && more.size() == found.size())) {
                break;
            }
            found = more;
            if (rows.size() <= page.limit()) {
                rows = read(found, query, wanted, page, inBrief);
            }
        }
        var kept = whole ? lists.among(ids(found.ranked()), wanted) : List.<Kept>of();
        return new Found(
                Connection.of(page, rows, FoundClaim::place, row -> row.claim().id(), kept::size), kept);
    }

    /** Looks at so many of each list. */
    private Candidates look(QueryText query, int depth) {
        var byMeaning = beside.begin(() -> byMeaning(query, depth));
        var words = indexes.byWords(query.lucene(), depth);
        var meant = byMeaning.get();
        var near = meant.stream().map(hits -> nearest(hits, depth)).toList();
        var keyed = query.key() == null ? List.<Hit>of() : indexes.byKey(query.key());
        var reader = reader();
        var saying = saying(words, query, reader);
        var ranking = new Ranking();
        ranking.add(saying, WORDS);
        ranking.add(
                saying.stream()
                        .filter(hit -> query.isAllIn(reader.apply(hit.text())))
                        .toList(),
                ALL_WORDS);
        near.forEach(hits -> ranking.add(hits, MEANINGS));
        ranking.add(named(words, query, near, reader), NAMES);
        ranking.add(keyed, KEYS);
        var seen = Stream.concat(Stream.of(words, keyed), meant.stream())
                .mapToInt(List::size)
                .sum();
        return new Candidates(ranking.ranked(), seen, meant.isEmpty());
    }

    /** Those whose wording has the words; a phrase has to be in what the claim itself says. */
    static List<Hit> saying(List<Hit> words, QueryText query, Function<String, List<Word>> reader) {
        return words.stream()
                .filter(hit -> hit.kind().ofClaim
                        || (hit.kind() == Kind.FACT && query.phrases().isEmpty()))
                .filter(hit -> query.isIn(reader.apply(hit.text())))
                .toList();
    }

    /** Those that are about something that is named, in the order of their meaning. */
    private static List<Hit> named(
            List<Hit> words, QueryText query, List<List<Hit>> near, Function<String, List<Word>> reader) {
        var places = new HashMap<String, Integer>();
        near.stream().flatMap(List::stream).forEach(hit -> places.putIfAbsent(hit.claimId(), places.size()));
        Predicate<List<Word>> fits = query.phrases().isEmpty() ? query::names : query::isIn;
        return words.stream()
                .filter(hit -> hit.kind() == Kind.NAME)
                .filter(hit -> fits.test(reader.apply(hit.text())))
                .sorted(Comparator.comparingInt(hit -> places.getOrDefault(hit.claimId(), Integer.MAX_VALUE)))
                .toList();
    }

    /** Reads each wording once, be many claims found by it. */
    private static Function<String, List<Word>> reader() {
        var read = new HashMap<String, List<Word>>();
        return wording -> read.computeIfAbsent(wording, Words::of);
    }

    /** By the present model and, until all is embedded by it, by those before. */
    List<List<Hit>> byMeaning(QueryText query, int depth) {
        if (!query.phrases().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<List<Hit>>();
        for (var model : Stream.concat(Stream.of(meaning.model()), embedder.otherModels().stream())
                .toList()) {
            var vector = meaning.by(model, List.of(query.text())).get(query.text());
            if (vector != null) {
                var around = Math.max(FEWEST_AROUND, depth / FEWER_AROUND);
                found.add(indexes.byMeaning(vector, model, depth, around));
            }
        }
        return found;
    }

    /** The best of each claim, of twice as many claims as wordings were looked for: what is behind them would weigh next to nothing. */
    static List<Hit> nearest(List<Hit> hits, int depth) {
        var claims = new HashSet<String>();
        return hits.stream()
                .map(Messaging::weighed)
                .filter(hit -> hit.score() >= RELATED)
                .sorted(Hit.BEST)
                .filter(hit -> claims.add(hit.claimId()))
                .limit(2L * depth)
                .toList();
    }

    /** The index gives (1 + cosine) / 2. */
    private static Hit weighed(Hit hit) {
        var cosine = 2 * hit.score() - 1;
        return new Hit(hit.claimId(), hit.kind(), hit.text(), cosine * NEARNESS.getOrDefault(hit.kind(), 0.0));
    }

    /** The next of those that the filter keeps, one more than the page holds. */
    private List<FoundClaim> read(
            Candidates found, QueryText query, ClaimFilter wanted, PageRequest page, boolean inBrief) {
        var ranked = found.after(page.after());
        var kept = lists.firstOf(ids(ranked), wanted, page.limit() + 1, inBrief);
        return ranked.stream()
                .filter(rank -> kept.containsKey(rank.claimId()))
                .map(rank -> found(rank, Objects.requireNonNull(kept.get(rank.claimId())), query))
                .toList();
    }

    private static FoundClaim found(Ranked rank, Claim claim, QueryText query) {
        return new FoundClaim(
                claim, rank.score(), Highlight.of(rank.text() == null ? claim.text() : rank.text(), query));
    }

    private static List<String> ids(List<Ranked> ranked) {
        return ranked.stream().map(Ranked::claimId).toList();
    }

    /**
     * What was found.
     *
     * @param kept all of it that the filter keeps, as far as it was looked; none unless all was asked for
     */
    record Found(Connection<FoundClaim> page, Collection<Kept> kept) {}

    /**
     * A claim that was found.
     *
     * @param score the sum of reciprocal ranks
     * @param highlight the wording that matched, as HTML
     */
    record FoundClaim(Claim claim, double score, String highlight) {

        String place() {
            return place(score);
        }

        /** Sorts as the number does. */
        static String place(double score) {
            return String.format(Locale.ROOT, "%.12f", score);
        }
    }

    /**
     * What was found so far.
     *
     * @param ranked the best first
     * @param seen how many hits were looked at, be their claims found or not
     * @param areOfWordsAlone whether nothing was looked for by its meaning
     */
    private record Candidates(List<Ranked> ranked, int seen, boolean areOfWordsAlone) {

        int size() {
            return ranked.size();
        }

        Candidates and(Candidates further) {
            var known = ranked.stream().map(Ranked::claimId).collect(Collectors.toSet());
            var all = new ArrayList<>(ranked);
            further.ranked.stream()
                    .filter(claim -> !known.contains(claim.claimId()))
                    .forEach(claim -> all.add(claim.behind(all.size())));
            return new Candidates(all, further.seen, areOfWordsAlone);
        }

        List<Ranked> after(@Nullable Cursor place) {
            return place == null
                    ? ranked
                    : ranked.stream().filter(claim -> isAfter(claim, place)).toList();
        }

        private static boolean isAfter(Ranked claim, Cursor place) {
            var order = FoundClaim.place(claim.score()).compareTo(place.key());
            return order < 0 || (order == 0 && claim.claimId().compareTo(place.id()) > 0);
        }
    }
}

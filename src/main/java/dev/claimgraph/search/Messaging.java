package dev.claimgraph.search;

import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.claim.ClaimLists.Kept;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Cursor;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.search.Indexes.Hit;
import dev.claimgraph.search.Ranking.Ranked;
import dev.claimgraph.search.Wording.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
public class Messaging {

    /** Of each list, so many at first; four times as many each time that too few are left of them. */
    private static final int FEW = 100;

    /** How far it is looked: what is counted, and where facets come from, is among so many of each list. */
    private static final int MOST = 1_600;

    /** Fewer of what leads to many claims each. */
    private static final int FEWER_AROUND = 10;

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

    private static final Comparator<Hit> NEAREST = Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(Hit::claimId)
            .thenComparing(Hit::text);

    private final Indexes indexes;
    private final Meaning meaning;
    private final Embedder embedder;
    private final Claims claims;
    private final ClaimLists lists;

    Messaging(Indexes indexes, Meaning meaning, Embedder embedder, Claims claims, ClaimLists lists) {
        this.indexes = indexes;
        this.meaning = meaning;
        this.embedder = embedder;
        this.claims = claims;
        this.lists = lists;
    }

    /**
     * Only usable claims, unless the filter says which status, standing or usability it wants.
     *
     * @param whole whether all that is found is asked for, because somebody counts it
     * @throws dev.claimgraph.shared.BadArgument for a blank or over-long text
     */
    Found find(String text, @Nullable ClaimFilter filter, PageRequest page, boolean whole) {
        var query = QueryText.of(text);
        var wanted = ClaimFilter.usableUnlessSaid(filter);
        var found = look(query, wanted, page, whole);
        var rows = read(found.after(page).limit(page.limit() + 1L).toList(), query, wanted);
        var connection =
                Connection.of(page, rows, FoundClaim::place, row -> row.claim().id(), found.ranked()::size);
        return new Found(connection, found.kept());
    }

    /** Further than the first look only where too little is left of it; what is found there comes after all that was found before. */
    private Candidates look(QueryText query, ClaimFilter wanted, PageRequest page, boolean whole) {
        var found = look(query, wanted, FEW);
        for (var depth = 4 * FEW; depth <= MOST && (whole || found.after(page).count() <= page.limit()); depth *= 4) {
            var more = look(query, wanted, depth);
            if (more.seen().size() == found.seen().size()) {
                return found;
            }
            found = found.and(more);
        }
        return found;
    }

    /** Looks at so many of each list; what the filter does not keep takes nobody's place. */
    private Candidates look(QueryText query, ClaimFilter wanted, int depth) {
        var words = indexes.byWords(query.lucene(), depth);
        var near = query.phrases().isEmpty() ? byMeaning(query, depth) : List.<List<Hit>>of();
        var keyed = query.key() == null ? List.<Hit>of() : indexes.byKey(query.key());
        var candidates = Stream.concat(Stream.of(words, keyed), near.stream())
                .flatMap(List::stream)
                .map(Hit::claimId)
                .collect(Collectors.toSet());
        var saying = saying(words, query);
        var named = named(words, query, near);
        var counting = Stream.concat(Stream.of(saying, named, keyed), near.stream())
                .flatMap(List::stream)
                .map(Hit::claimId)
                .collect(Collectors.toSet());
        var kept = new HashMap<String, Kept>();
        lists.among(counting, wanted).forEach(claim -> kept.put(claim.id(), claim));
        var ranking = new Ranking(kept.keySet());
        ranking.add(saying, WORDS);
        ranking.add(fitting(saying.stream(), query::isAllIn), ALL_WORDS);
        near.forEach(hits -> ranking.add(hits, MEANINGS));
        ranking.add(named, NAMES);
        ranking.add(keyed, KEYS);
        var ranked = ranking.ranked();
        kept.keySet().retainAll(ranked.stream().map(Ranked::claimId).collect(Collectors.toSet()));
        return new Candidates(ranked, kept.values(), candidates);
    }

    /** Those whose wording has the words; a phrase has to be in what the claim itself says. */
    static List<Hit> saying(List<Hit> words, QueryText query) {
        return fitting(
                words.stream()
                        .filter(hit -> hit.kind().ofClaim
                                || (hit.kind() == Kind.FACT && query.phrases().isEmpty())),
                query::isIn);
    }

    /** Those whose wording fits; the wording of a fact, by which many claims are found, is looked at once. */
    private static List<Hit> fitting(Stream<Hit> hits, Predicate<String> fits) {
        var known = new HashMap<String, Boolean>();
        return hits.filter(hit -> known.computeIfAbsent(hit.text(), fits::test)).toList();
    }

    /** Those that are about something that is named, in the order of their meaning. */
    private static List<Hit> named(List<Hit> words, QueryText query, List<List<Hit>> near) {
        var places = new HashMap<String, Integer>();
        near.stream().flatMap(List::stream).forEach(hit -> places.putIfAbsent(hit.claimId(), places.size()));
        var names = words.stream().filter(hit -> hit.kind() == Kind.NAME);
        return fitting(names, query.phrases().isEmpty() ? query::names : query::isIn).stream()
                .sorted(Comparator.comparingInt(hit -> places.getOrDefault(hit.claimId(), Integer.MAX_VALUE)))
                .toList();
    }

    /** By the present model and, until all is embedded by it, by those before. */
    List<List<Hit>> byMeaning(QueryText query, int depth) {
        var found = new ArrayList<List<Hit>>();
        for (var model : Stream.concat(Stream.of(meaning.model()), embedder.otherModels().stream())
                .toList()) {
            var vectors = meaning.by(model, query.meanings()).values();
            if (!vectors.isEmpty()) {
                found.add(nearest(indexes.byMeaning(vectors, model, depth, depth / FEWER_AROUND), depth));
            }
        }
        return found;
    }

    /** The best of each claim, of twice as many claims as were looked for: what is behind them would weigh next to nothing. */
    private static List<Hit> nearest(List<Hit> hits, int depth) {
        var claims = new HashSet<String>();
        return hits.stream()
                .map(Messaging::weighed)
                .filter(hit -> hit.score() >= RELATED)
                .sorted(NEAREST)
                .filter(hit -> claims.add(hit.claimId()))
                .limit(2L * depth)
                .toList();
    }

    /** The index gives (1 + cosine) / 2. */
    private static Hit weighed(Hit hit) {
        var cosine = 2 * hit.score() - 1;
        return new Hit(hit.claimId(), hit.kind(), hit.text(), cosine * NEARNESS.getOrDefault(hit.kind(), 0.0));
    }

    /** A claim may have moved since it was kept, so that is looked at once more. */
    private List<FoundClaim> read(List<Ranked> ranked, QueryText query, ClaimFilter wanted) {
        var ids = ranked.stream().map(Ranked::claimId).toList();
        var read = claims.byId(ids);
        var found = new ArrayList<FoundClaim>();
        for (var rank : ranked) {
            var claim = read.get(rank.claimId());
            if (claim != null && wanted.keepsByStanding(claim)) {
                found.add(new FoundClaim(
                        claim, rank.score(), Highlight.of(rank.text() == null ? claim.text() : rank.text(), query)));
            }
        }
        return found;
    }

    /**
     * What was found.
     *
     * @param kept all of it that the filter keeps, as far as it was looked
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
     * @param ranked those that the filter keeps, the best first
     * @param seen all that were looked at
     */
    private record Candidates(List<Ranked> ranked, Collection<Kept> kept, Set<String> seen) {

        Candidates and(Candidates further) {
            var all = new ArrayList<>(ranked);
            var keptOfAll = new ArrayList<>(kept);
            further.ranked.stream()
                    .filter(claim -> !seen.contains(claim.claimId()))
                    .forEach(claim -> all.add(claim.behind(all.size())));
            further.kept.stream().filter(claim -> !seen.contains(claim.id())).forEach(keptOfAll::add);
            return new Candidates(all, keptOfAll, further.seen);
        }

        Stream<Ranked> after(PageRequest page) {
            var after = page.after();
            return after == null ? ranked.stream() : ranked.stream().filter(claim -> isAfter(claim, after));
        }

        private static boolean isAfter(Ranked claim, Cursor after) {
            var order = FoundClaim.place(claim.score()).compareTo(after.key());
            return order < 0 || (order == 0 && claim.claimId().compareTo(after.id()) > 0);
        }
    }
}

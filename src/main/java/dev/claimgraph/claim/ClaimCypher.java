package dev.claimgraph.claim;

import dev.claimgraph.paging.Keyset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Cypher that lists of claims share: where to start, what to keep, and the standing as {@link Derivation} has it. */
final class ClaimCypher {

    private ClaimCypher() {}

    /** What does not need the claim's facts. */
    private static final String FITS = """
          AND ($statuses IS NULL OR c.status IN $statuses)
          AND ($kinds IS NULL OR c.kind IN $kinds)
          AND ($authorId IS NULL OR c.authorId = $authorId)
          AND ($personaKeys IS NULL OR EXISTS { (c)-[:SPEAKS_TO]->(s:Persona) WHERE s.key IN $personaKeys })
          AND ($marketProblemKeys IS NULL
            OR EXISTS { (c)-[:ADDRESSES]->(s:MarketProblem) WHERE s.key IN $marketProblemKeys })
          AND ($competitorKeys IS NULL
            OR EXISTS { (c)-[:COMPARES_WITH]->(s:Competitor) WHERE s.key IN $competitorKeys })
          AND ($featureKeys IS NULL
            OR EXISTS { (c)-[:SUBSTANTIATED_BY]->(:Fact)-[:ABOUT]->(s:Feature) WHERE s.key IN $featureKeys })
          AND ($productKeys IS NULL
            OR EXISTS { (c)-[:SUBSTANTIATED_BY]->(:Fact)-[:ABOUT]->(:Feature)-[:PART_OF]->(p:Product) WHERE p.key IN $productKeys })
          AND ($ownerId IS NULL OR EXISTS { (c)-[:SUBSTANTIATED_BY]->(f:Fact) WHERE f.ownerId = $ownerId })
          AND (($channels IS NULL AND $locales IS NULL) OR EXISTS {
            MATCH (c)-[:WORDED_AS]->(v:Variant)
            WHERE ($channels IS NULL OR v.channel IN $channels) AND ($locales IS NULL OR toLower(v.locale) IN $locales) })
        """;

    private static final String KEPT = "WHERE {within}\n" + FITS;

    /**
     * The standing of the claim {@code c} at {@code $now}. What only some kinds of claims demand is read for those alone; of the facts it
     * comes down to the worst of them: 3 breaks the claim, 2 leaves it unsupported, 1 makes it stale.
     */
    static final String STANDING = """
        CALL (c) {
          WITH c, c.kind AS kind
          OPTIONAL MATCH (c)-[link:SUBSTANTIATED_BY]->(f)
          WITH c, kind, kind IN ['COMPARATIVE', 'SUPERLATIVE'] AS compares, link, f, f.state AS state
          WITH c, kind, compares, count(f) AS facts, collect(CASE WHEN compares THEN f.subjectId END) AS subjects,
            max(CASE
              WHEN state IN ['RETRACTED', 'DISPUTED', 'CONTRADICTED'] THEN 3
              WHEN state = 'UNVERIFIED'
                OR (NOT kind IN ['ROADMAP', 'PUFFERY'] AND f.lifecycle IN ['PLANNED', 'RETIRED']) THEN 2
              WHEN state = 'SUSPECT' OR f.validUntil <= $now OR link.stamp <> f.statementPrint THEN 1
              ELSE 0
            END) AS worst
          WITH c, kind, facts, subjects, worst,
            COLLECT { MATCH (c)-[:COMPARES_WITH]->(s:Competitor) WHERE compares RETURN s.id } AS competitors
          RETURN CASE
            WHEN c.expiresAt <= $now THEN 'EXPIRED'
            WHEN worst = 3 THEN 'BROKEN'
            WHEN worst = 2 OR any(id IN competitors WHERE NOT id IN subjects) THEN 'UNSUPPORTED'
            WHEN CASE kind
              WHEN 'FACTUAL' THEN facts = 0
              WHEN 'COMPARATIVE' THEN size(competitors) = 0
                OR NOT EXISTS { MATCH (c)-[:SUBSTANTIATED_BY]->(f) WHERE f.subjectType = 'Feature' }
              WHEN 'SUPERLATIVE'
                THEN NOT EXISTS { MATCH (c)-[:SUBSTANTIATED_BY]->(f) WHERE f.kind IN ['MARKET', 'COMPETITIVE'] }
              WHEN 'CUSTOMER'
                THEN NOT EXISTS { (c)-[:SUBSTANTIATED_BY]->()-[:BACKED_BY]->(:Evidence {kind: 'CUSTOMER_QUOTE'}) }
              WHEN 'ROADMAP' THEN NOT EXISTS { MATCH (c)-[:SUBSTANTIATED_BY]->(f) WHERE f.lifecycle = 'PLANNED' }
              ELSE false
            END THEN 'UNSUPPORTED'
            WHEN worst = 1 THEN 'STALE'
            ELSE 'CURRENT'
          END AS standing
        }
        """;

    /** What needs the standing. */
    static final String KEPT_BY_STANDING = """
        WITH c, standing
        WHERE ($standings IS NULL OR standing IN $standings)
          AND ($usable IS NULL OR $usable = (c.status = 'APPROVED' AND standing = 'CURRENT'))
        """;

    private static final String BY_STANDING = "WITH c\n" + STANDING + KEPT_BY_STANDING;

    /** Of the claims {@code $ids}, which a filter keeps. */
    static final String AMONG =
            "MATCH (c:Claim) WHERE c.id IN $ids\n" + FITS + BY_STANDING + "RETURN c.id AS id, c.kind AS kind, standing";

    private static final String KEPT_OF =
            "UNWIND $ids AS id MATCH (c:Claim {id: id}) WHERE c.status IS NOT NULL\n" + FITS + BY_STANDING;

    /** No further than until there are as many: one claim after another, as they are given. */
    private static final String FIRST_OF = KEPT_OF + "WITH c, standing LIMIT $limit\nRETURN ";

    /** Of the claims {@code $ids}, the first {@code $limit} that a filter keeps. */
    static final String READ_FIRST_OF = FIRST_OF + Claim.PROJECTION + " AS claim";

    /** The same in brief. */
    static final String READ_FIRST_OF_IN_BRIEF = FIRST_OF + Claim.BRIEF_WITH_VARIANTS + " AS claim";

    /** The claims {@code c} among which are all that are STALE, BROKEN or EXPIRED, and all APPROVED ones that are UNSUPPORTED. */
    private static final String TROUBLED = """
        CALL () {
          CALL () {
            MATCH (f:Fact) WHERE f.state IN ['RETRACTED', 'DISPUTED', 'CONTRADICTED', 'SUSPECT'] RETURN f
            UNION
            MATCH (f:Fact) WHERE f.validUntil <= $now RETURN f
            UNION
            MATCH (f:Fact) WHERE f.rewordedAt > datetime({year: 1}) RETURN f
            UNION
            MATCH (f:Fact) WHERE f.lifecycle IN ['PLANNED', 'RETIRED'] RETURN f
          }
          MATCH (f)<-[:SUBSTANTIATED_BY]-(c:Claim)
          RETURN c
          UNION
          MATCH (c:Claim) WHERE c.expiresAt <= $now RETURN c
          UNION
          MATCH (c:Claim {kind: 'ROADMAP'}) RETURN c
        }
        WITH c
        """;

    /** The claims {@code c} that are in use, and are not usable: few beside those that are. */
    static final String TO_REPLACE = """
        CALL () {
          MATCH (c:Claim)
          WHERE c.status IN ['DRAFT', 'IN_REVIEW', 'REJECTED', 'WITHDRAWN', 'SUPERSEDED'] AND c.liveUsages > 0
          RETURN c
          UNION
        """ + TROUBLED + """
          WHERE c.status = 'APPROVED' AND c.liveUsages > 0
          WITH c
        """ + STANDING + """
          WITH c, standing WHERE standing <> 'CURRENT'
          RETURN c
        }
        """;

    /** What an audience's index has in the order of the claims' ids, with their status. */
    private static final String OF_ONE_AUDIENCE = """
        MATCH ()-[a:IS_FOR]->()
        WHERE a.audience = $start[0] AND {within} AND a.status IS NOT NULL
          AND ($statuses IS NULL OR a.status IN $statuses)
        """;

    private static final String ITS_CLAIM = "WITH a, startNode(a) AS c\n";

    private static final Keyset FOR_ONE_AUDIENCE =
            Keyset.of("a", "audience", "claimId", OF_ONE_AUDIENCE, ITS_CLAIM, Claim.PROJECTION);

    private static final Keyset FOR_ONE_AUDIENCE_IN_BRIEF =
            Keyset.of("a", "audience", "claimId", OF_ONE_AUDIENCE, ITS_CLAIM + STANDING, Claim.BRIEF);

    /**
     * Where a list starts: the smallest set that an index leads to and that holds all of the wanted. {@code WITH DISTINCT} keeps the
     * planner from starting elsewhere.
     */
    enum Start {
        EVERYWHERE("MATCH (c:Claim)\n"),
        AUTHOR("MATCH (c:Claim {authorId: $start})\n", "authorId"),
        FEATURE("""
            MATCH (start:Feature) WHERE start.key IN $start
            WITH DISTINCT start
            MATCH (start)<-[:ABOUT]-(:Fact)<-[:SUBSTANTIATED_BY]-(c:Claim)
            WITH DISTINCT c
            """, "featureKeys"),
        COMPETITOR("""
            MATCH (start:Competitor) WHERE start.key IN $start
            WITH DISTINCT start
            MATCH (start)<-[:COMPARES_WITH]-(c:Claim)
            WITH DISTINCT c
            """, "competitorKeys"),
        /** Both of them: an index has each persona together with each problem. */
        AUDIENCE("""
            MATCH (c:Claim)-[a:IS_FOR]->(:MarketProblem)
            WHERE a.audience IN $start AND a.claimId IS NOT NULL AND a.status IS NOT NULL
            WITH DISTINCT c
            """, "personaKeys", "marketProblemKeys"),
        MARKET_PROBLEM("""
            MATCH (start:MarketProblem) WHERE start.key IN $start
            WITH DISTINCT start
            MATCH (start)<-[:ADDRESSES]-(c:Claim)
            WITH DISTINCT c
            """, "marketProblemKeys"),
        PERSONA("""
            MATCH (start:Persona) WHERE start.key IN $start
            WITH DISTINCT start
            MATCH (start)<-[:SPEAKS_TO]-(c:Claim)
            WITH DISTINCT c
            """, "personaKeys"),
        PRODUCT("""
            MATCH (start:Product) WHERE start.key IN $start
            WITH DISTINCT start
            MATCH (start)<-[:PART_OF]-(:Feature)<-[:ABOUT]-(:Fact)<-[:SUBSTANTIATED_BY]-(c:Claim)
            WITH DISTINCT c
            """, "productKeys"),
        OWNER("""
            MATCH (f:Fact)
            WHERE f.ownerId = $start AND f.state IS NOT NULL AND f.liveUsages IS NOT NULL AND f.id IS NOT NULL
            WITH DISTINCT f
            MATCH (f)<-[:SUBSTANTIATED_BY]-(c:Claim)
            WITH DISTINCT c
            """, "ownerId"),
        /** What is on its way to approval: few beside what came through. */
        UNDER_WAY("""
            MATCH (c:Claim) WHERE c.status IN $start
            WITH DISTINCT c
            """, "statuses"),
        TROUBLE(TROUBLED);

        private final Keyset all;
        private final Keyset allInBrief;
        private final Keyset byStanding;
        private final Keyset byStandingInBrief;

        /** What all that it leads to fits, and need not be asked again. */
        private final List<String> covered;

        /** @param match finds the claims by {@code $start} */
        Start(String match, String... covered) {
            this.covered = List.of(covered);
            all = Keyset.of("c", "id", match + KEPT, Claim.PROJECTION);
            allInBrief = Keyset.of("c", "id", match + KEPT, STANDING, Claim.BRIEF);
            byStanding = Keyset.of("c", "id", match + KEPT + BY_STANDING, Claim.PROJECTION);
            byStandingInBrief = Keyset.of("c", "id", match + KEPT + BY_STANDING, STANDING, Claim.BRIEF);
        }

        Keyset claims(ClaimFilter filter, boolean inBrief) {
            if (this == AUDIENCE && filter.asksForOneAudience()) {
                return inBrief ? FOR_ONE_AUDIENCE_IN_BRIEF : FOR_ONE_AUDIENCE;
            }
            if (filter.asksForStanding()) {
                return inBrief ? byStandingInBrief : byStanding;
            }
            return inBrief ? allInBrief : all;
        }

        static Start of(ClaimFilter filter) {
            if (filter.featureKeys() != null) {
                return FEATURE;
            }
            if (filter.competitorKeys() != null) {
                return COMPETITOR;
            }
            if (filter.hasFewAudiences()) {
                return AUDIENCE;
            }
            if (filter.marketProblemKeys() != null) {
                return MARKET_PROBLEM;
            }
            if (filter.personaKeys() != null) {
                return PERSONA;
            }
            if (filter.authorId() != null) {
                return AUTHOR;
            }
            if (filter.productKeys() != null) {
                return PRODUCT;
            }
            if (filter.ownerId() != null) {
                return OWNER;
            }
            if (isTrouble(filter)) {
                return TROUBLE;
            }
            return isUnderWay(filter) ? UNDER_WAY : EVERYWHERE;
        }

        Map<String, Object> parameters(ClaimFilter filter) {
            var parameters = filter.parameters();
            parameters.put(
                    "start",
                    this == AUDIENCE
                            ? filter.audiences()
                            : covered.stream().map(parameters::get).findFirst().orElse(null));
            covered.forEach(name -> parameters.put(name, null));
            return parameters;
        }

        private static boolean isUnderWay(ClaimFilter filter) {
            return filter.status() != null
                    && Set.of(ClaimStatus.DRAFT, ClaimStatus.IN_REVIEW, ClaimStatus.REJECTED)
                            .containsAll(filter.status());
        }

        private static boolean isTrouble(ClaimFilter filter) {
            var standings = filter.standing();
            var approved = List.of(ClaimStatus.APPROVED).equals(filter.status());
            if (approved && Boolean.FALSE.equals(filter.usable())) {
                return true;
            }
            return standings != null
                    && !standings.contains(ClaimStanding.CURRENT)
                    && (approved || !standings.contains(ClaimStanding.UNSUPPORTED));
        }
    }
}

CALL () {
  MATCH ()-[a:IS_FOR]->()
  WHERE a.audience = $persona + '/' + $problem AND a.claimId IS NOT NULL AND a.status = 'APPROVED'
  RETURN count(*) AS total
}
CALL () {
  MATCH ()-[a:IS_FOR]->()
  WHERE a.audience = $persona + '/' + $problem AND a.claimId IS NOT NULL AND a.status = 'APPROVED'
  WITH a ORDER BY a.audience, a.claimId LIMIT $first
  RETURN collect(startNode(a)) AS page
}
CALL (page) {
  UNWIND page AS c
  WITH c, datetime() AS now,
    COLLECT {
      MATCH (c)-[link:SUBSTANTIATED_BY]->(f:Fact)
      WITH link, f, CASE WHEN f.state = 'VERIFIED' AND f.validUntil <= datetime() THEN 'LAPSED' ELSE f.state END AS standing
      ORDER BY link.place
      RETURN {
        standing: standing,
        isReworded: coalesce(link.stamp <> f.statementPrint, false),
        kind: f.kind, about: f.subjectType, subject: f.subjectId, lifecycle: f.lifecycle,
        isQuoted: c.kind = 'CUSTOMER' AND EXISTS { (f)-[:BACKED_BY]->(:Evidence {kind: 'CUSTOMER_QUOTE'}) },
        since: CASE
          WHEN standing = 'VERIFIED' THEN CASE WHEN link.stamp <> f.statementPrint THEN f.rewordedAt END
          ELSE f {.left, .failing, .contentLeft, .lifecycleSince, .recordedAt, .retractedAt, .validUntil} END}
    } AS links,
    [(c)-[:COMPARES_WITH]->(s:Competitor) | s.id] AS competitors
  WITH c, links, CASE
    WHEN c.expiresAt <= now THEN 'EXPIRED'
    WHEN any(l IN links WHERE l.standing IN ['RETRACTED', 'DISPUTED', 'CONTRADICTED']) THEN 'BROKEN'
    WHEN any(l IN links WHERE l.standing = 'UNVERIFIED') THEN 'UNSUPPORTED'
    WHEN NOT c.kind IN ['ROADMAP', 'PUFFERY'] AND any(l IN links WHERE l.lifecycle IN ['PLANNED', 'RETIRED']) THEN 'UNSUPPORTED'
    WHEN c.kind IN ['COMPARATIVE', 'SUPERLATIVE'] AND any(s IN competitors WHERE none(l IN links WHERE l.subject = s)) THEN 'UNSUPPORTED'
    WHEN CASE c.kind
      WHEN 'FACTUAL' THEN size(links) = 0
      WHEN 'COMPARATIVE' THEN size(competitors) = 0 OR none(l IN links WHERE l.about = 'Feature')
      WHEN 'SUPERLATIVE' THEN none(l IN links WHERE l.kind IN ['MARKET', 'COMPETITIVE'])
      WHEN 'CUSTOMER' THEN none(l IN links WHERE l.isQuoted)
      WHEN 'ROADMAP' THEN none(l IN links WHERE l.lifecycle = 'PLANNED')
      ELSE false END THEN 'UNSUPPORTED'
    WHEN any(l IN links WHERE l.standing IN ['SUSPECT', 'LAPSED'] OR l.isReworded) THEN 'STALE'
    ELSE 'CURRENT' END AS standing
  RETURN collect({node: c {.id, .text, standing: standing, usable: standing = 'CURRENT',
    staleSince: head([l IN links WHERE l.since IS NOT NULL | l.since]),
    reasons: [l IN links WHERE l.standing <> 'VERIFIED' OR l.isReworded | {code: l.standing}]}}) AS edges
}
RETURN {edges: edges, pageInfo: {hasNextPage: total > $first}, totalCount: total} AS claims

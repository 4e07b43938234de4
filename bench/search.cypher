CALL db.index.fulltext.queryNodes('wordings', $query, {limit: 50}) YIELD node AS w, score
CALL (w) {
  MATCH (w)-[:WORDS]->(c:Claim)
  RETURN c
  UNION
  MATCH (w)-[:WORDS]->(:Fact)<-[:SUBSTANTIATED_BY]-(c:Claim)
  RETURN c LIMIT 50
  UNION
  MATCH (w)-[:WORDS]->(:Subject)<-[:SPEAKS_TO|ADDRESSES|COMPARES_WITH]-(c:Claim)
  RETURN c LIMIT 50
  UNION
  MATCH (w)-[:WORDS]->(:Subject)<-[:ABOUT]-(:Fact)<-[:SUBSTANTIATED_BY]-(c:Claim)
  RETURN c LIMIT 50
}
WITH c, max(score) AS score, head(collect(w.text)) AS highlight
WHERE c.status = 'APPROVED'
WITH c, score, highlight ORDER BY score DESC, c.id
CALL (c) {
  WITH c, datetime() AS now,
    COLLECT {
      MATCH (c)-[link:SUBSTANTIATED_BY]->(f:Fact)
      RETURN {
        isCurrent: f.state = 'VERIFIED' AND coalesce(f.validUntil > datetime(), true) AND coalesce(link.stamp = f.statementPrint, true),
        kind: f.kind, about: f.subjectType, subject: f.subjectId, lifecycle: f.lifecycle,
        isQuoted: c.kind = 'CUSTOMER' AND EXISTS { (f)-[:BACKED_BY]->(:Evidence {kind: 'CUSTOMER_QUOTE'}) }}
    } AS links,
    [(c)-[:COMPARES_WITH]->(s:Competitor) | s.id] AS competitors
  RETURN coalesce(c.expiresAt > now, true)
    AND all(l IN links WHERE l.isCurrent AND (c.kind IN ['ROADMAP', 'PUFFERY'] OR NOT coalesce(l.lifecycle, '') IN ['PLANNED', 'RETIRED']))
    AND CASE c.kind
      WHEN 'FACTUAL' THEN size(links) > 0
      WHEN 'COMPARATIVE' THEN size(competitors) > 0 AND any(l IN links WHERE l.about = 'Feature')
        AND all(s IN competitors WHERE any(l IN links WHERE l.subject = s))
      WHEN 'SUPERLATIVE' THEN any(l IN links WHERE l.kind IN ['MARKET', 'COMPETITIVE'])
        AND all(s IN competitors WHERE any(l IN links WHERE l.subject = s))
      WHEN 'CUSTOMER' THEN any(l IN links WHERE l.isQuoted)
      WHEN 'ROADMAP' THEN any(l IN links WHERE l.lifecycle = 'PLANNED')
      ELSE true END AS usable
}
WITH c, score, highlight, usable WHERE usable
LIMIT $first + 1
WITH collect({score: score, highlight: highlight, node: c {.id, .text, .qualifiers, usable: usable,
  variants: COLLECT { MATCH (c)-[:WORDED_AS]->(v:Variant) WITH v ORDER BY v.place RETURN v {.text, .channel, .locale} }}}) AS found
RETURN {edges: found[..$first], pageInfo: {hasNextPage: size(found) > $first}} AS findMessaging

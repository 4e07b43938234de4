MATCH (c:Claim {id: $id})
WITH c, datetime() AS now,
  COLLECT {
    MATCH (c)-[link:SUBSTANTIATED_BY]->(f:Fact)-[:ABOUT]->(s:Subject)
    WITH link, f, s, CASE WHEN f.state = 'VERIFIED' AND f.validUntil <= datetime() THEN 'LAPSED' ELSE f.state END AS standing
    ORDER BY link.place
    RETURN {
      state: CASE
        WHEN standing IN ['RETRACTED', 'DISPUTED', 'CONTRADICTED'] THEN 'BROKEN'
        WHEN standing = 'VERIFIED' AND coalesce(link.stamp = f.statementPrint, true) THEN 'VALID'
        ELSE 'SUSPECT' END,
      fact: f {.id, .statement, .kind, .basis, .decisions, .lifecycle, standing: standing,
        subject: s {.id, .key, .name, .revision, __typename: s.type},
        evidence: [(f)-[:BACKED_BY]->(e:Evidence) | e {.kind, .title, .url, .capturedAt}],
        verification: head([(f)<-[:OF]-(v:Verification)-[:BY]->(p:Person) WHERE v.number = f.decisions | v {.decision, .at, .validUntil,
          by: {name: p.name},
          revision: head([(v)-[:AT]->(r:Revision) | r {.number, .at}])}])},
      reason: CASE
        WHEN f.state = 'VERIFIED' THEN CASE WHEN standing = 'LAPSED' OR link.stamp <> f.statementPrint THEN f {.rewordedAt, .rewordedBy, .validUntil} END
        ELSE f {.left, .failing, .contentLeft, .lifecycleSince, .recordedAt, .recordedBy, .retractedAt, .retractedBy, .retractedBecause} END}
  } AS links,
  [(c)-[:COMPARES_WITH]->(s:Competitor) | s {.id, .key, .name}] AS competitors
WITH c, now, links, competitors, CASE
  WHEN c.expiresAt <= now THEN 'EXPIRED'
  WHEN any(l IN links WHERE l.state = 'BROKEN') THEN 'BROKEN'
  WHEN any(l IN links WHERE l.fact.standing = 'UNVERIFIED') THEN 'UNSUPPORTED'
  WHEN NOT c.kind IN ['ROADMAP', 'PUFFERY'] AND any(l IN links WHERE l.fact.lifecycle IN ['PLANNED', 'RETIRED']) THEN 'UNSUPPORTED'
  WHEN c.kind IN ['COMPARATIVE', 'SUPERLATIVE'] AND any(s IN competitors WHERE none(l IN links WHERE l.fact.subject.id = s.id)) THEN 'UNSUPPORTED'
  WHEN CASE c.kind
    WHEN 'FACTUAL' THEN size(links) = 0
    WHEN 'COMPARATIVE' THEN size(competitors) = 0 OR none(l IN links WHERE l.fact.subject.__typename = 'Feature')
    WHEN 'SUPERLATIVE' THEN none(l IN links WHERE l.fact.kind IN ['MARKET', 'COMPETITIVE'])
    WHEN 'CUSTOMER' THEN none(l IN links WHERE any(e IN l.fact.evidence WHERE e.kind = 'CUSTOMER_QUOTE'))
    WHEN 'ROADMAP' THEN none(l IN links WHERE l.fact.lifecycle = 'PLANNED')
    ELSE false END THEN 'UNSUPPORTED'
  WHEN any(l IN links WHERE l.state = 'SUSPECT') THEN 'STALE'
  ELSE 'CURRENT' END AS standing
RETURN c {.id, .text, .kind, .status, .qualifiers, standing: standing,
  usable: c.status = 'APPROVED' AND standing = 'CURRENT',
  explanation: reduce(text = 'You may say this because:', l IN links | text + '\n- "' + l.fact.statement + '" '
    + l.fact.verification.by.name + ' verified it on ' + toString(date(l.fact.verification.at))
    + ', looking at revision ' + l.fact.verification.revision.number + '.') + '\nSay with it: ' + reduce(text = '', q IN c.qualifiers | text + q),
  reasons: [l IN links WHERE l.reason IS NOT NULL | l.reason],
  substantiation: links,
  personas: [(c)-[:SPEAKS_TO]->(s:Persona) | s {.key, .name}],
  marketProblems: [(c)-[:ADDRESSES]->(s:MarketProblem) | s {.key, .name}],
  competitors: [s IN competitors | s {.key, .name}],
  usages: COLLECT { MATCH (c)<-[:OF]-(u:Usage) RETURN u {.id, .url, .channel, .lastSeen} ORDER BY u.id LIMIT 21 }} AS claim

MATCH (c:Claim {id: $id})
WITH c, datetime() AS now
RETURN c {.id, .text, .kind, .status, .qualifiers,
  substantiation: [(c)-[link:SUBSTANTIATED_BY]->(f:Fact)-[:ABOUT]->(s:Subject) | {
    state: CASE
      WHEN f.state IN ['RETRACTED', 'DISPUTED', 'CONTRADICTED'] THEN 'BROKEN'
      WHEN f.state = 'VERIFIED' AND coalesce(f.validUntil > now, true) AND coalesce(link.stamp = f.statementPrint, true) THEN 'VALID'
      ELSE 'SUSPECT' END,
    fact: f {.id, .statement, .kind, .basis, .moved,
      standing: CASE WHEN f.state = 'VERIFIED' AND f.validUntil <= now THEN 'LAPSED' ELSE f.state END,
      subject: s {.id, .key, .name, .revision, type: s.type},
      evidence: [(f)-[:BACKED_BY]->(e:Evidence) | e {.kind, .title, .url, .capturedAt}],
      verification: head([(f)<-[:OF]-(v:Verification) WHERE v.number = f.decisions | v {.decision, .at, .validUntil,
        by: head([(v)-[:BY]->(p:Person) | p.name]),
        revision: head([(v)-[:AT]->(r:Revision) | r {.number, .at}])}])}}],
  personas: [(c)-[:SPEAKS_TO]->(s:Persona) | s {.key, .name}],
  marketProblems: [(c)-[:ADDRESSES]->(s:MarketProblem) | s {.key, .name}],
  competitors: [(c)-[:COMPARES_WITH]->(s:Competitor) | s {.key, .name}],
  usages: COLLECT { MATCH (c)<-[:OF]-(u:Usage) RETURN u {.url, .channel, .lastSeen} ORDER BY u.id LIMIT 21 }} AS claim

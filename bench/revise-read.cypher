MATCH (s:Feature {id: $id})
SET s.locked = true
WITH s
MATCH (s)-[:HAS_ATTRIBUTE]->(a:Attribute)
WITH s, collect(a {.name, .value}) AS attributes
RETURN s {.revision, .lifecycle, .ownerId, .createdBy} AS subject, attributes,
  [(s)-[:PART_OF]->(p:Product) | p.ownerId] AS owners,
  COLLECT { MATCH (change:Change {aggregate: s.id}) WHERE change.id IS NOT NULL
    WITH change ORDER BY change.aggregate DESC, change.id DESC LIMIT 1
    RETURN change {.number, .hash, .after} }[0] AS head,
  COLLECT { MATCH (s)<-[:ABOUT]-(f:Fact) WHERE f.dependsOnAll OR $attribute IN f.dependsOn
    RETURN f {.id, .statement, .dependsOn, .verified, .decisions, .state,
      decision: head([(f)<-[:OF]-(v:Verification) WHERE v.number = f.decisions | v.decision]),
      head: COLLECT { MATCH (change:Change {aggregate: f.id}) WHERE change.id IS NOT NULL
        WITH change ORDER BY change.aggregate DESC, change.id DESC LIMIT 1
        RETURN change {.number, .hash, .after} }[0]}
    ORDER BY f.id } AS facts

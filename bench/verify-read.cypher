MATCH (:Fact {id: $id})-[:ABOUT]->(s:Subject)
SET s.locked = true
WITH s
MATCH (f:Fact {id: $id})
RETURN f {.statement, .basis, .decisions, .verified, .retractedAt, .check, .dependsOn} AS fact,
  s {.id, .revision, .ownerId, .createdBy} AS subject,
  [(s)-[:PART_OF]->(p:Product) | p.ownerId] AS owners,
  [(s)-[:HAS_ATTRIBUTE]->(a:Attribute) | a {.name, .value}] AS attributes,
  COLLECT { MATCH (change:Change {aggregate: f.id}) WHERE change.id IS NOT NULL
    WITH change ORDER BY change.aggregate DESC, change.id DESC LIMIT 1
    RETURN change {.number, .hash, .after} }[0] AS head

MATCH (s:Feature {id: $id})-[:HAS_ATTRIBUTE]->(a:Attribute {name: $attribute})
MATCH (person:Person {id: $revision.by})
SET s.revision = $revision.number, s.updatedAt = $revision.at, a.value = $value
CREATE (s)-[:HAS_REVISION]->(r:Revision)-[:BY]->(person)
SET r = $revision
WITH s
CALL () {
  UNWIND $facts AS row
  MATCH (f:Fact {id: row.id})
  SET f += row.properties
}
WITH s
MATCH (log:ChangeLog)
SET log.locked = true
WITH s, log, log.position AS position
SET log.position = position + size($changes)
WITH s, position
CALL (position) {
  UNWIND range(0, size($changes) - 1) AS i
  CREATE (change:Change)
  SET change = $changes[i], change.position = position + i + 1, change.commit = position + size($changes)
}
RETURN s {.id, .revision} AS feature

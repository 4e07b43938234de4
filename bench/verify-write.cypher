MATCH (f:Fact {id: $id})
MATCH (r:Revision {id: $revision})
MATCH (person:Person {id: $by})
SET f += $properties
CREATE (f)<-[:OF]-(v:Verification)-[:AT]->(r), (v)-[:BY]->(person)
SET v = $verification
WITH f, v, r, person
MATCH (log:ChangeLog)
SET log.locked = true
WITH f, v, r, person, log, log.position AS position
SET log.position = position + 1
CREATE (change:Change)
SET change = $change, change.position = position + 1, change.commit = position + 1
RETURN f {.id, .basis, .decisions, standing: f.state,
  verification: v {.decision, .at, .validUntil, by: person {.name}, revision: r {.number}}} AS fact

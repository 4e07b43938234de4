// Who answers for a fact, and how many live usages stand on it, are beside what they follow from, so that an index has the queue's order.
MATCH (s:Subject)<-[:ABOUT]-(f:Fact)
SET f.ownerId = coalesce(s.ownerId, head([(s)-[:PART_OF]->(p:Product) | p.ownerId]), s.createdBy);
MATCH (c:Claim) SET c.liveUsages = COUNT { (c)<-[:OF]-(u:Usage) WHERE u.endedAt IS NULL };
MATCH (f:Fact)
SET f.liveUsages = reduce(
  total = 0,
  live IN [(f)<-[:SUBSTANTIATED_BY]-(c:Claim) WHERE c.status = 'APPROVED' | c.liveUsages] | total + live);
UNWIND ['Question'] AS name CALL db.createLabel(name) RETURN count(*);
UNWIND ['ANSWERED_BY', 'ASKED_ABOUT', 'FALLS_BACK_TO'] AS name CALL db.createRelationshipType(name) RETURN count(*);
UNWIND [
  'answeredAt', 'answeredBy', 'askedAt', 'askedBy', 'fallbackId', 'liveUsages', 'print'
] AS name CALL db.createProperty(name) RETURN count(*);

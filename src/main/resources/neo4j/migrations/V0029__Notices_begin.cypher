UNWIND ['Lease', 'Notice', 'NoticeLog'] AS name CALL db.createLabel(name) RETURN count(*);
UNWIND ['STOOD_ON'] AS name CALL db.createRelationshipType(name) RETURN count(*);
UNWIND [
  'aboutId', 'commit', 'data', 'holder', 'personId', 'removed', 'told', 'toldAt', 'until'
] AS name CALL db.createProperty(name) RETURN count(*);
// What happened before there were notices is told to nobody.
MATCH (log:ChangeLog)
CREATE (:NoticeLog {position: 0, removed: 0, told: log.position, until: datetime.realtime()});

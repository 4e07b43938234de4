CALL db.createRelationshipType('BECAME');
UNWIND [
  'areaId', 'becameId', 'byId', 'decidedAt', 'decidedBecause', 'decidedBy', 'evidence', 'stewardId'
] AS name CALL db.createProperty(name) RETURN count(*);

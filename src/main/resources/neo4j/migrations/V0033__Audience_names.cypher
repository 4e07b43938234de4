UNWIND ['audience'] AS name CALL db.createProperty(name) RETURN count(*);
UNWIND ['IS_FOR'] AS name CALL db.createRelationshipType(name) RETURN count(*);

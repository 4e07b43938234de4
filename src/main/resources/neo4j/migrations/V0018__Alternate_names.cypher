CALL db.createRelationshipType('ALTERNATE_OF');

CALL db.createRelationshipType('MEMBER_OF');

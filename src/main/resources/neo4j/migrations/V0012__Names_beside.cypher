UNWIND ['by', 'dependsOn', 'productId'] AS name CALL db.createProperty(name) RETURN count(*);

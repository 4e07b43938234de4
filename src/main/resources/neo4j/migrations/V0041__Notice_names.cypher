UNWIND ['aboutIds', 'kinds', 'last'] AS name CALL db.createProperty(name) RETURN count(*);

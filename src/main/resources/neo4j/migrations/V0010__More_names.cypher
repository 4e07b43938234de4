UNWIND ['failing', 'left'] AS name CALL db.createProperty(name) RETURN count(*);

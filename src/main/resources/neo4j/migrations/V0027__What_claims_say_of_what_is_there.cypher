UNWIND ['said'] AS name CALL db.createProperty(name) RETURN count(*);
MATCH (w:Wording) WHERE w.kind IN ['CLAIM', 'QUALIFIER'] SET w.said = w.words REMOVE w.words;

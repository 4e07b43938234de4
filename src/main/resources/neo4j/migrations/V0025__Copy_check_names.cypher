UNWIND [
  'addedAt', 'addedBy', 'alternative', 'characters', 'checkedAt', 'checkedBy', 'draftSha256', 'findings', 'forbidden',
  'format', 'libraryState', 'phrase', 'reason', 'rules', 'verdict'
] AS name CALL db.createProperty(name) RETURN count(*);

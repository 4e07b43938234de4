// Names before anything bears them: what was planned while a name was unknown is thrown away, and the first start plans much.
UNWIND [
  'Attribute', 'Evidence', 'Variant'
] AS name CALL db.createLabel(name) RETURN count(*);
UNWIND [
  'ABOUT', 'ADDRESSES', 'AT', 'BACKED_BY', 'BY', 'COMPARES_WITH', 'DEPENDS_ON', 'HAS_ATTRIBUTE', 'HAS_PROBLEM',
  'HAS_REVISION', 'OF', 'PART_OF', 'SOLVES', 'SPEAKS_TO', 'SUBSTANTIATED_BY', 'SUPERSEDED_BY', 'WORDED_AS'
] AS name CALL db.createRelationshipType(name) RETURN count(*);
UNWIND [
  'account', 'action', 'actor', 'after', 'aggregate', 'at', 'authorId', 'basis', 'before', 'capturedAt', 'changes',
  'channel', 'check', 'claimId', 'createdAt', 'createdBy', 'decision', 'decisions', 'dependsOnAll', 'description',
  'draft', 'endedAt', 'excerpt', 'expiresAt', 'factId', 'firstSeen', 'hash', 'holds', 'id', 'input', 'key', 'kind',
  'lastSeen', 'lifecycle', 'locale', 'locked', 'moved', 'name', 'note', 'number', 'ownerId', 'place', 'position',
  'previousHash', 'qualifiers', 'recordedAt', 'recordedBy', 'result', 'retractedAt', 'retractedBecause',
  'retractedBy', 'reviewEvery', 'revisedAt', 'revisedBy', 'revision', 'rewordedAt', 'roles', 'sha256', 'stamp',
  'state', 'statement', 'statementPrint', 'status', 'subjectId', 'subjectType', 'summary', 'text', 'title',
  'touched', 'type', 'updatedAt', 'url', 'validUntil', 'value', 'verified', 'version', 'writerIds', 'writtenAt',
  'writtenBecause', 'writtenBy'
] AS name CALL db.createProperty(name) RETURN count(*);

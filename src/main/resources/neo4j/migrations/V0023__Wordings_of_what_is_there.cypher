UNWIND ['Wording'] AS name CALL db.createLabel(name) RETURN count(*);
UNWIND ['WORDS'] AS name CALL db.createRelationshipType(name) RETURN count(*);
UNWIND ['model', 'vector', 'words'] AS name CALL db.createProperty(name) RETURN count(*);
// The embedder gives them vectors.
MATCH (c:Claim) CREATE (c)<-[:WORDS]-(:Wording {kind: 'CLAIM', text: c.text, words: c.text, print: '', model: 'none'});
MATCH (c:Claim)-[:WORDED_AS]->(v:Variant) CREATE (c)<-[:WORDS]-(:Wording {kind: 'CLAIM', text: v.text, words: v.text, print: '', model: 'none'});
MATCH (c:Claim) UNWIND c.qualifiers AS qualifier CREATE (c)<-[:WORDS]-(:Wording {kind: 'QUALIFIER', text: qualifier, words: qualifier, print: ''});
MATCH (f:Fact) CREATE (f)<-[:WORDS]-(:Wording {kind: 'FACT', text: f.statement, words: f.statement, print: '', model: 'none'});
MATCH (s:Subject) CREATE (s)<-[:WORDS]-(:Wording {kind: 'NAME', text: s.name, words: s.name, print: ''});
MATCH (s:Feature|MarketProblem|Competitor) CREATE (s)<-[:WORDS]-(:Wording {kind: 'SUMMARY', text: s.name + coalesce('. ' + s.summary, ''), print: '', model: 'none'});
MATCH (c:Claim) WHERE EXISTS { (c)-[:ADDRESSES]->() }
CREATE (c)<-[:WORDS]-(:Wording {kind: 'CONTEXT', text: reduce(text = c.text, name IN COLLECT { MATCH (c)-[:ADDRESSES]->(p) RETURN p.name ORDER BY p.id } | text + ' ' + name + '.'), print: '', model: 'none'});

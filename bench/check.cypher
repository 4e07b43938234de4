CYPHER 25
UNWIND $texts AS text
CALL (text) {
  MATCH (w:Wording {print: text.print}) WHERE w.kind IN ['CLAIM', 'QUALIFIER']
  RETURN w LIMIT 20
  UNION
  CALL db.index.fulltext.queryNodes('wordings', text.query, {limit: 15}) YIELD node AS w
  RETURN w
  UNION
  MATCH (w:Wording)
    SEARCH w IN (VECTOR INDEX meanings FOR text.vector WHERE w.model = $model AND w.kind = 'CLAIM' LIMIT 20)
  RETURN w
}
MATCH (w)-[:WORDS]->(c:Claim)
WITH text, w, c, 2 * vector.similarity.cosine(w.vector, text.vector) - 1 AS near
RETURN text.at AS at, c.id AS claimId, c.status AS status, w.kind AS kind, w.text AS text, c.qualifiers AS qualifiers, near
ORDER BY at, near DESC, claimId, text

// Whom a claim speaks to together with what it addresses is found by both at once, not among all that one of them leads to.
MATCH (c:Claim)-[:SPEAKS_TO]->(p:Persona) WITH c, p MATCH (c)-[:ADDRESSES]->(m:MarketProblem) MERGE (c)-[:IS_FOR {audience: p.key + '/' + m.key}]->(m);

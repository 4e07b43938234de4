// So that the claims for an audience are counted and put in order by their index alone.
MATCH (c:Claim)-[a:IS_FOR]->() WHERE coalesce(a.status, '') <> c.status
CALL (c, a) { SET a.claimId = c.id, a.status = c.status } IN TRANSACTIONS OF 10000 ROWS;

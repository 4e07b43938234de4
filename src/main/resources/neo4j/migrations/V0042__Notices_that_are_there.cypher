// Each of those of before is a node of its own.
MATCH (n:Notice) WHERE n.position IS NOT NULL
CALL (n) {
  SET n.last = n.position, n.kinds = [n.kind], n.aboutIds = [n.aboutId], n.data = [n.data]
  REMOVE n.position, n.key, n.kind, n.aboutId
} IN TRANSACTIONS OF 10000 ROWS;

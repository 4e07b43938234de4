// Nothing is found by its meaning before: a minute and a half for 100,000 claims.
CALL db.awaitIndex('meanings', 14400);

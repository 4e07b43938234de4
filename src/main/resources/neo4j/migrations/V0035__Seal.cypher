// What all instances seal bookmarks with, and nobody else knows.
MATCH (log:ChangeLog {name: 'all'}) SET log.seal = randomUUID() + randomUUID();

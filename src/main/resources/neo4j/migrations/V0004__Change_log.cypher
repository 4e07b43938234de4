MERGE (l:ChangeLog {name: 'all'}) ON CREATE SET l.position = 0;

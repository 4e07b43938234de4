CREATE CONSTRAINT flagged_phrase_id IF NOT EXISTS FOR (p:FlaggedPhrase) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT flagged_phrase_print IF NOT EXISTS FOR (p:FlaggedPhrase) REQUIRE p.print IS UNIQUE;
CREATE CONSTRAINT check_run_id IF NOT EXISTS FOR (r:CheckRun) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT check_run_print IF NOT EXISTS FOR (r:CheckRun) REQUIRE r.print IS UNIQUE;

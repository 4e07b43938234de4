CREATE CONSTRAINT change_id IF NOT EXISTS FOR (c:Change) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT change_position IF NOT EXISTS FOR (c:Change) REQUIRE c.position IS UNIQUE;
CREATE INDEX change_aggregate IF NOT EXISTS FOR (c:Change) ON (c.aggregate, c.id);
CREATE CONSTRAINT change_log IF NOT EXISTS FOR (l:ChangeLog) REQUIRE l.name IS UNIQUE;
CREATE CONSTRAINT repeat_key IF NOT EXISTS FOR (r:Repeat) REQUIRE r.key IS UNIQUE;

// What one commit changed is one node: it is written, and kept, in a fraction of the time and the room.
DROP CONSTRAINT notice_position IF EXISTS;
DROP CONSTRAINT notice_key IF EXISTS;
CREATE CONSTRAINT notice_last IF NOT EXISTS FOR (n:Notice) REQUIRE n.last IS UNIQUE;
CREATE INDEX notice_cause IF NOT EXISTS FOR (n:Notice) ON (n.commit, n.at);

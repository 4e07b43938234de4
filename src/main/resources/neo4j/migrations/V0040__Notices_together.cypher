// What one commit changed is one node, or several where it is much: it takes half the time to write.
DROP CONSTRAINT notice_position IF EXISTS;
DROP CONSTRAINT notice_key IF EXISTS;
DROP INDEX notice_told_at IF EXISTS;
CREATE CONSTRAINT notice_last IF NOT EXISTS FOR (n:Notice) REQUIRE n.last IS UNIQUE;
CREATE INDEX notice_cause IF NOT EXISTS FOR (n:Notice) ON (n.commit, n.at);

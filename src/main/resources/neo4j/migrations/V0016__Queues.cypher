CREATE INDEX fact_queue IF NOT EXISTS FOR (f:Fact) ON (f.ownerId, f.state, f.liveUsages, f.id);
CREATE INDEX fact_lapsing IF NOT EXISTS FOR (f:Fact) ON (f.ownerId, f.state, f.validUntil, f.id);
CREATE CONSTRAINT question_id IF NOT EXISTS FOR (q:Question) REQUIRE q.id IS UNIQUE;
CREATE CONSTRAINT question_print IF NOT EXISTS FOR (q:Question) REQUIRE q.print IS UNIQUE;
CREATE INDEX question_subject IF NOT EXISTS FOR (q:Question) ON (q.subjectId, q.id);
CREATE INDEX question_status IF NOT EXISTS FOR (q:Question) ON (q.status, q.id);
CREATE INDEX question_queue IF NOT EXISTS FOR (q:Question) ON (q.ownerId, q.status, q.id);
CREATE INDEX claim_in_use IF NOT EXISTS FOR (c:Claim) ON (c.status, c.liveUsages);

CREATE CONSTRAINT review_id IF NOT EXISTS FOR (r:Review) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT review_open_for IF NOT EXISTS FOR (r:Review) REQUIRE r.openFor IS UNIQUE;
CREATE INDEX review_claim IF NOT EXISTS FOR (r:Review) ON (r.claimId, r.id);
CREATE INDEX review_open IF NOT EXISTS FOR (r:Review) ON (r.open, r.id);
CREATE CONSTRAINT finding_id IF NOT EXISTS FOR (f:Finding) REQUIRE f.id IS UNIQUE;

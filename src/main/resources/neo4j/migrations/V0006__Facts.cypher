CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (f:Fact) REQUIRE f.id IS UNIQUE;
CREATE CONSTRAINT fact_key IF NOT EXISTS FOR (f:Fact) REQUIRE f.key IS UNIQUE;
CREATE INDEX fact_state IF NOT EXISTS FOR (f:Fact) ON (f.state, f.validUntil);
CREATE INDEX fact_valid_until IF NOT EXISTS FOR (f:Fact) ON (f.validUntil);
CREATE CONSTRAINT verification_id IF NOT EXISTS FOR (v:Verification) REQUIRE v.id IS UNIQUE;
CREATE INDEX verification_fact IF NOT EXISTS FOR (v:Verification) ON (v.factId, v.id);
CREATE INDEX fact_reworded_at IF NOT EXISTS FOR (f:Fact) ON (f.rewordedAt);

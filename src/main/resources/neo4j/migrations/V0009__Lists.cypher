// An index of two properties serves only who names both, and skips what lacks one.
DROP INDEX fact_state IF EXISTS;
CREATE INDEX fact_standing IF NOT EXISTS FOR (f:Fact) ON (f.state);
CREATE INDEX fact_lifecycle IF NOT EXISTS FOR (f:Fact) ON (f.lifecycle);
CREATE INDEX claim_status IF NOT EXISTS FOR (c:Claim) ON (c.status);
CREATE INDEX claim_kind IF NOT EXISTS FOR (c:Claim) ON (c.kind);
CREATE INDEX subject_owner IF NOT EXISTS FOR (s:Subject) ON (s.ownerId);
CREATE INDEX subject_creator IF NOT EXISTS FOR (s:Subject) ON (s.createdBy);
CREATE INDEX product_owner IF NOT EXISTS FOR (p:Product) ON (p.ownerId);
CREATE TEXT INDEX usage_url IF NOT EXISTS FOR (u:Usage) ON (u.url);

CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (c:Claim) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT claim_key IF NOT EXISTS FOR (c:Claim) REQUIRE c.key IS UNIQUE;
CREATE INDEX claim_author IF NOT EXISTS FOR (c:Claim) ON (c.authorId, c.id);
CREATE INDEX claim_expires_at IF NOT EXISTS FOR (c:Claim) ON (c.expiresAt);
CREATE CONSTRAINT usage_id IF NOT EXISTS FOR (u:Usage) REQUIRE u.id IS UNIQUE;
CREATE CONSTRAINT usage_place IF NOT EXISTS FOR (u:Usage) REQUIRE (u.claimId, u.url) IS UNIQUE;

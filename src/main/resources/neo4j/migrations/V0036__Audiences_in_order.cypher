CREATE INDEX claim_audience_order IF NOT EXISTS FOR ()-[a:IS_FOR]-() ON (a.audience, a.claimId, a.status);
DROP INDEX claim_audience IF EXISTS;

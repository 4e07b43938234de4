CREATE INDEX claim_audience IF NOT EXISTS FOR ()-[a:IS_FOR]-() ON (a.audience);

CREATE CONSTRAINT area_id IF NOT EXISTS FOR (a:Area) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT area_key IF NOT EXISTS FOR (a:Area) REQUIRE a.key IS UNIQUE;
CREATE INDEX area_steward IF NOT EXISTS FOR (a:Area) ON (a.stewardId);
CREATE CONSTRAINT contribution_id IF NOT EXISTS FOR (c:Contribution) REQUIRE c.id IS UNIQUE;
CREATE INDEX contribution_area IF NOT EXISTS FOR (c:Contribution) ON (c.areaId, c.status);
CREATE INDEX contribution_product IF NOT EXISTS FOR (c:Contribution) ON (c.productId, c.status);
CREATE INDEX contribution_status IF NOT EXISTS FOR (c:Contribution) ON (c.status);
CREATE INDEX contribution_by IF NOT EXISTS FOR (c:Contribution) ON (c.byId);

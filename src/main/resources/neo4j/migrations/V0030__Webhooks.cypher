CREATE CONSTRAINT webhook_id IF NOT EXISTS FOR (w:Webhook) REQUIRE w.id IS UNIQUE;
CREATE CONSTRAINT delivery_id IF NOT EXISTS FOR (d:Delivery) REQUIRE d.id IS UNIQUE;
CREATE CONSTRAINT delivery_key IF NOT EXISTS FOR (d:Delivery) REQUIRE d.key IS UNIQUE;
CREATE INDEX delivery_of_webhook IF NOT EXISTS FOR (d:Delivery) ON (d.webhookId, d.id);
CREATE INDEX delivery_by_status IF NOT EXISTS FOR (d:Delivery) ON (d.webhookId, d.status, d.id);
CREATE INDEX delivery_due IF NOT EXISTS FOR (d:Delivery) ON (d.webhookId, d.status, d.nextAttemptAt);
CREATE INDEX delivery_lane IF NOT EXISTS FOR (d:Delivery) ON (d.webhookId, d.aboutId, d.status, d.position);
CREATE INDEX delivery_last_attempt IF NOT EXISTS FOR (d:Delivery) ON (d.lastAttemptAt);

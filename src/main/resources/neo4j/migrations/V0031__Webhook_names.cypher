UNWIND ['Delivery', 'Webhook'] AS name CALL db.createLabel(name) RETURN count(*);
UNWIND [
  'active', 'attempts', 'event', 'events', 'filter', 'firstAttemptAt', 'format', 'formerSecret', 'formerUntil', 'httpStatus',
  'lastAttemptAt', 'nextAttemptAt', 'problem', 'secret', 'tookMs', 'webhookId'
] AS name CALL db.createProperty(name) RETURN count(*);

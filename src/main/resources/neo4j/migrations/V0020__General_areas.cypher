// What is offered before anybody was made a steward has a place to wait.
UNWIND [
  ['area_00000000000000000000000001', 'FEATURES'],
  ['area_00000000000000000000000002', 'PERSONAS'],
  ['area_00000000000000000000000003', 'MARKET_PROBLEMS'],
  ['area_00000000000000000000000004', 'COMPETITORS'],
  ['area_00000000000000000000000005', 'MESSAGING']
] AS area
MERGE (a:Area {key: area[1]})
ON CREATE SET a.id = area[0], a.kind = area[1], a.stewardId = '';

CREATE CONSTRAINT team_id IF NOT EXISTS FOR (team:Team) REQUIRE team.id IS UNIQUE;
CREATE CONSTRAINT team_key IF NOT EXISTS FOR (team:Team) REQUIRE team.key IS UNIQUE;
CREATE INDEX team_name IF NOT EXISTS FOR (team:Team) ON (team.name, team.id);

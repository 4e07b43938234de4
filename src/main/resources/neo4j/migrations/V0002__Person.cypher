CREATE CONSTRAINT person_id IF NOT EXISTS FOR (person:Person) REQUIRE person.id IS UNIQUE;
CREATE CONSTRAINT person_account IF NOT EXISTS FOR (person:Person) REQUIRE person.account IS UNIQUE;
CREATE INDEX person_name IF NOT EXISTS FOR (person:Person) ON (person.name, person.id);

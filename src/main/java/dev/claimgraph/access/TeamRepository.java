package dev.claimgraph.access;

import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Repository;

/** Keeps teams in the graph. */
@Repository
class TeamRepository {

    private static final Listing<Team> TEAMS = new Listing<>(
            Keyset.of("team", "name", "MATCH (team:Team) WHERE {within}\n", "team"), Team::from, Team::name, Team::id);

    private static final Listing<Person> MEMBERS =
            new Listing<>(Keyset.of("person", "name", """
                UNWIND $ids AS id
                CALL (id) {
                  MATCH (:Team {id: id})<-[:MEMBER_OF]-(person:Person)
                  WITH DISTINCT person WHERE {within}
                  WITH person ORDER BY {order} LIMIT $limit
                  RETURN collect(person) AS items
                }
                RETURN id, items, CASE WHEN $counted THEN COUNT {
                  MATCH (:Team {id: id})<-[:MEMBER_OF]-(:Person) } END AS total
                """), Person::from, Person::name, Person::id);

    private static final String TEAMS_OF = """
        MATCH (person:Person)-[:MEMBER_OF]->(team:Team) WHERE person.id IN $ids
        WITH person, team ORDER BY team.name, team.id
        RETURN person.id AS id, collect(team) AS teams
        """;

    private static final String ROLLS = """
        MATCH (team:Team) WHERE team.key > ''
        RETURN team, COLLECT {
          MATCH (team)<-[:MEMBER_OF]-(person:Person) RETURN person ORDER BY person.account } AS members
        ORDER BY team.key
        """;

    private final Neo4jClient neo4j;
    private final Pages pages;

    TeamRepository(Neo4jClient neo4j, Pages pages) {
        this.neo4j = neo4j;
        this.pages = pages;
    }

    List<Team> byId(Collection<String> ids) {
        return read("MATCH (team:Team) WHERE team.id IN $these RETURN team", ids);
    }

    List<Team> byKey(Collection<String> keys) {
        return read("MATCH (team:Team) WHERE team.key IN $these RETURN team", keys);
    }

    void save(Team team) {
        neo4j.query("MERGE (team:Team {id: $id}) SET team.key = $key, team.name = $name")
                .bindAll(Map.of("id", team.id(), "key", team.key(), "name", team.name()))
                .run();
    }

    List<Teams.Roll> rolls() {
        return List.copyOf(neo4j.query(ROLLS)
                .fetchAs(Teams.Roll.class)
                .mappedBy((types, row) -> new Teams.Roll(
                        Team.from(row.get("team")), row.get("members").asList(Person::from)))
                .all());
    }

    Connection<Team> page(PageRequest page) {
        return pages.list(TEAMS, page, Map.of());
    }

    Map<String, Connection<Person>> members(Collection<String> teamIds, PageRequest page) {
        return pages.under(MEMBERS, teamIds, page, Map.of());
    }

    /** By name, for each of these people. */
    Map<String, List<Team>> teamsOf(Collection<String> personIds) {
        var teams = new HashMap<String, List<Team>>();
        neo4j.query(TEAMS_OF)
                .bind(personIds)
                .to("ids")
                .fetchAs(Boolean.class)
                .mappedBy((types, row) -> {
                    teams.put(row.get("id").asString(), row.get("teams").asList(Team::from));
                    return true;
                })
                .all();
        return teams;
    }

    private List<Team> read(String cypher, Collection<String> these) {
        return List.copyOf(neo4j.query(cypher)
                .bind(these)
                .to("these")
                .fetchAs(Team.class)
                .mappedBy((types, row) -> Team.from(row.get("team")))
                .all());
    }
}

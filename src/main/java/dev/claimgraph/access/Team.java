package dev.claimgraph.access;

import java.util.Map;
import org.neo4j.driver.Value;

/**
 * People who own together.
 *
 * @param key what a token's claim names it by, unique
 */
public record Team(String id, String key, String name) implements Owner {

    /** From its node. */
    static Team from(Value team) {
        return new Team(
                team.get("id").asString(),
                team.get("key").asString(),
                team.get("name").asString());
    }

    Map<String, String> state() {
        return Map.of("type", "Team", "key", key, "name", name);
    }
}

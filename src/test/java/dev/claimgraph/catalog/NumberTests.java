package dev.claimgraph.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.Api;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.World;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Numbers of any size that the schema allows are read again, written on, and checked. */
@ClaimgraphTest
class NumberTests {

    private static final String ATTRIBUTE = """
        query($id: ID!) { feature(id: $id) { attributes { name value { ... on NumberValue { number } } } } }
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {"1e34", "1e40", "-1e100", "1e-100", "1.5e-100", "9.999999999999999999999999999999999e100", "0"})
    void aFeatureWithTheNumberIsReadRevisedAndVerified(String number, @LocalServerPort int port) {
        var world = new World(new Api(port));
        var value = Map.of("number", Map.of("value", number));
        world.set(world.sync, "a", value);
        assertThat(read(world)).isEqualByComparingTo(number);
        world.set(world.sync, "b", Map.of("number", Map.of("value", read(world))));
        var check = Map.of("attribute", "b", "operator", "EQUAL", "value", value);
        var fact = world.verified(
                world.fact(world.sync, "It is as large as it is.").with("check", check));
        world.set(world.sync, "max-file-size", World.number(100, "GB"));
        assertThat(world.trace(world.approved(world.claim("As large.", fact)))
                        .get("usable")
                        .asBoolean())
                .isTrue();
    }

    private static BigDecimal read(World world) {
        var attributes =
                world.api.ask("viewer", ATTRIBUTE, Map.of("id", world.sync)).at("/feature/attributes");
        return attributes.get(0).at("/value/number").asDecimal();
    }
}

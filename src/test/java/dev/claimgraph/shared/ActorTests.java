package dev.claimgraph.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever may not do something is told who may. */
class ActorTests {

    private final Actor viewer = new Actor("person_v", "Vera", Set.of(Role.VIEWER), Set.of(), Set.of());

    @Test
    void whoLacksARoleIsToldWhichOneItTakes() {
        assertThatThrownBy(() -> viewer.mustBe(Role.APPROVER))
                .isInstanceOf(Forbidden.class)
                .hasMessage("You may not do this: it takes the role APPROVER.");
    }

    @Test
    void whoIsNoOwnerIsToldThatTheOwnerMay() {
        assertThatThrownBy(() -> viewer.mustOwn("person_o"))
                .isInstanceOf(Forbidden.class)
                .hasMessage("You may not do this: only its owner may, one of that team or an alternate, with the role"
                        + " PRODUCT_OWNER, or an ADMIN.");
    }

    @Test
    void whoIsAnotherIsToldThatThePresentOwnerMay() {
        assertThatThrownBy(() -> viewer.mustBePartOf("team_t"))
                .isInstanceOf(Forbidden.class)
                .hasMessage("You may not do this: only the present owner may, one of that team, or an ADMIN.");
    }
}

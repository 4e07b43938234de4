package dev.claimgraph.fact;

import static dev.claimgraph.Company.number;
import static dev.claimgraph.catalog.Lifecycle.BETA;
import static dev.claimgraph.catalog.Lifecycle.GENERALLY_AVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.fact.FactCheck.FactCheckInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.data.ArgumentValue;

/** What has moved since a fact was verified, and who moved it, however often the fact itself is revised meanwhile. */
@ClaimgraphTest
class MovedTests {

    private static final FactCheckInput AT_LEAST_50 =
            new FactCheckInput("size", CheckOperator.AT_LEAST, number(50, "GB"));

    private static final FactCheckInput AT_LEAST_100_SEATS =
            new FactCheckInput("seats", CheckOperator.AT_LEAST, number(100, "seats"));

    private final Company company;
    private String feature;

    MovedTests(Doors doors) {
        company = new Company(doors);
    }

    @BeforeEach
    void aFeature() {
        feature = company.feature(Map.of("size", number(50, "GB"), "seats", number(12, "seats")))
                .id();
    }

    @Test
    void whatAFactComesToDependOnHasNotMovedByThat() {
        var fact = verified(List.of("size"), null);
        company.revise(fact, ArgumentValue.ofNullable(null), null);
        assertThat(company.seen(fact).standing()).isEqualTo(FactStanding.SUSPECT);
        assertThat(company.seen(fact).moved()).isEmpty();
    }

    @Test
    void whoeverMovedAValueIsNamedWhenItIsDependedOnAgain() {
        var fact = verified(List.of("size"), null);
        var moved = company.set(company.admin, feature, "size", number(20, "GB"));
        company.revise(fact, ArgumentValue.ofNullable(List.of()), null);
        assertThat(company.seen(fact).moved()).isEmpty();
        company.revise(fact, ArgumentValue.ofNullable(List.of("size")), null);
        assertThat(company.seen(fact).moved())
                .containsExactly(new Moved("size", "50 GB", "20 GB", moved.updatedAt(), company.admin.id()));
    }

    @Test
    void whoeverMadeACheckFailIsNamedWhenItsValueIsNotDependedOnAnyMore() {
        var fact = verified(List.of("size"), AT_LEAST_50);
        company.set(company.owner, feature, "size", number(100, "GB"));
        var failed = company.set(company.admin, feature, "size", number(20, "GB"));
        company.revise(fact, ArgumentValue.ofNullable(List.of()), null);
        assertThat(company.seen(fact).moved())
                .containsExactly(new Moved("size", "50 GB", "20 GB", failed.updatedAt(), company.admin.id()));
    }

    @Test
    void whoeverPutsTheCheckOnAnotherAttributeMakesItFail() {
        var fact = verified(List.of(), AT_LEAST_50);
        company.set(company.admin, feature, "size", number(20, "GB"));
        var revised = company.revise(fact, null, ArgumentValue.ofNullable(AT_LEAST_100_SEATS));
        assertThat(company.seen(fact).moved())
                .containsExactly(
                        new Moved("seats", null, "12 seats", revised.revised().at(), company.owner.id()));
    }

    @Test
    void aDisputeDoesNotForgetWhoMovedWhat() {
        var fact = verified(List.of(), null);
        var moved = company.become(company.admin, feature, BETA);
        company.decide(company.seen(fact), Decision.DISPUTED);
        company.set(company.owner, feature, "size", number(20, "GB"));
        assertThat(company.seen(fact).moved())
                .containsExactly(new Moved(
                        "lifecycle", GENERALLY_AVAILABLE.name(), BETA.name(), moved.updatedAt(), company.admin.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen 15\"", "on\\off", "größe", "tab\there"})
    void aCheckFailsByAnAttributeOfAnyName(String attribute) {
        company.set(company.owner, feature, attribute, number(50, "GB"));
        var fact = verified(null, new FactCheckInput(attribute, CheckOperator.AT_LEAST, number(50, "GB")));
        company.set(company.owner, feature, attribute, number(20, "GB"));
        assertThat(company.seen(fact).standing()).isEqualTo(FactStanding.CONTRADICTED);
        assertThat(company.seen(fact).moved()).extracting(Moved::attribute).containsExactly(attribute);
    }

    @Test
    void whoeverAddedAValueIsNamedWhenItIsDependedOnAgain() {
        var fact = verified(null, null);
        company.revise(fact, ArgumentValue.ofNullable(List.of("size")), null);
        var added = company.set(company.admin, feature, "colours", number(3, "GB"));
        company.revise(fact, ArgumentValue.ofNullable(null), null);
        assertThat(company.seen(fact).moved())
                .containsExactly(new Moved("colours", null, "3 GB", added.updatedAt(), company.admin.id()));
    }

    private String verified(List<String> dependsOn, FactCheckInput check) {
        return company.verify(company.fact(feature, dependsOn, check)).id();
    }
}

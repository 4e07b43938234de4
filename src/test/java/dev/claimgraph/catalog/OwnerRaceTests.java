package dev.claimgraph.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.AtOnce;
import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.Company;
import dev.claimgraph.Doors;
import dev.claimgraph.catalog.OwnerChanges.ChangeOwner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.data.neo4j.core.Neo4jClient;

/** A product becomes another's while somebody writes what follows it. */
@ClaimgraphTest
class OwnerRaceTests {

    private final Doors doors;
    private final OwnerChanges owners;
    private final Neo4jClient neo4j;
    private final Company company;

    OwnerRaceTests(Doors doors, OwnerChanges owners, Neo4jClient neo4j) {
        this.doors = doors;
        this.owners = owners;
        this.neo4j = neo4j;
        this.company = new Company(doors);
    }

    /** Of a product of many features: those of few have to wait for its lock as they come to be its own. */
    @Test
    void aFactAboutANewFeatureIsOnItsNewOwnersQueue() {
        var product = IntStream.range(0, 60)
                .mapToObj(i -> company.feature(Map.of()).productId())
                .toList()
                .getLast();
        var isChanged = new CountDownLatch(1);
        var isRecorded = new CountDownLatch(1);
        var fact = AtOnce.<String>all(List.of(
                        () -> doors.changes().write(() -> {
                            owners.change(company.owner, new ChangeOwner(product, company.admin.id()));
                            isChanged.countDown();
                            await(isRecorded, 1);
                            return "";
                        }),
                        () -> {
                            await(isChanged, 10);
                            var feature = company.feature(Map.of());
                            var recorded = company.fact(feature.id(), List.of(), null);
                            isRecorded.countDown();
                            return recorded.id();
                        }))
                .getLast();
        var owner = neo4j.query("MATCH (f:Fact {id: $id}) RETURN f.ownerId")
                .bind(fact)
                .to("id")
                .fetchAs(String.class)
                .one();
        assertThat(owner).contains(company.admin.id());
    }

    private static boolean await(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

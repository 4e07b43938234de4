package dev.claimgraph;

import java.time.Duration;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContextManager;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.utility.DockerImageName;

/** What is asked of any graph, and each module's story, once more: on a Neo4j in a container, wherever a Docker engine answers. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("dev.claimgraph")
@IncludeClassNamePatterns({
    ".*Story",
    ".*\\.(GraphTests|TimeLimitTests|BesideRelationshipsTests|EveryStatementTests|FindMessagingTests|RetryTests)"
})
@ExcludeClassNamePatterns(".*WebPlatformStory") // Much of the same.
class ContainerTests {

    private static final DockerImageName IMAGE = DockerImageName.parse(
                    System.getProperty("claimgraph.neo4j-image", "neo4j:2026.08.1"))
            .asCompatibleSubstituteFor("neo4j");

    private static final Neo4jContainer NEO4J = new Neo4jContainer(IMAGE)
            .withStartupTimeout(Duration.ofMinutes(5))
            .withNeo4jConfig("internal.cypher.use_parameter_size", "false")
            .withNeo4jConfig("internal.dbms.index.vector.standard_merge_factor", "10");

    @BeforeSuite
    static void start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            notRun("no Docker engine answers");
        } else if (!isThere()) {
            notRun("the image %s cannot be had".formatted(IMAGE));
        } else {
            NEO4J.start();
            System.setProperty("spring.neo4j.uri", NEO4J.getBoltUrl());
            System.setProperty("spring.neo4j.authentication.username", "neo4j");
            System.setProperty("spring.neo4j.authentication.password", NEO4J.getAdminPassword());
        }
    }

    @AfterSuite
    static void stop() {
        GraphOfTheProcess.notRun = null;
        if (NEO4J.isRunning()) {
            new TestContextManager(WhereverTheGraphIs.class)
                    .getTestContext()
                    .markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
            System.clearProperty("spring.neo4j.uri");
            System.clearProperty("spring.neo4j.authentication.username");
            System.clearProperty("spring.neo4j.authentication.password");
            NEO4J.stop();
        }
    }

    private static boolean isThere() {
        try {
            new RemoteDockerImage(IMAGE).get();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void notRun(String reason) {
        System.out.println("ContainerTests: not run: " + reason);
        GraphOfTheProcess.notRun = reason;
    }

    /** Leads to the service that the tests on the container share. */
    @ClaimgraphTest
    private static class WhereverTheGraphIs {}
}

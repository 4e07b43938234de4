package dev.claimgraph;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureHttpGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * Runs a test against the whole service on an embedded graph without sample data, on a free port.
 *
 * <p>All such tests share one service and one graph: a test makes what it needs, and counts on nothing else being there
 * or not there. A bean override or a property of its own would start another one, which takes some 20 seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "claimgraph.sample-data=false",
            "claimgraph.limits.failed-logins=1000000",
            "claimgraph.webhooks.allow-http=true",
            "claimgraph.webhooks.allowed-addresses=127.0.0.1/32"
        })
@ContextConfiguration(initializers = TemporaryDataFolder.class)
@ContextCustomizerFactories(GraphOfTheProcess.class)
@ExtendWith(GraphOfTheProcess.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
@Import({TestClock.InPlace.class, Doors.class})
@AutoConfigureHttpGraphQlTester
public @interface ClaimgraphTest {}

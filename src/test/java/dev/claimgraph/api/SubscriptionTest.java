package dev.claimgraph.api;

import dev.claimgraph.ClaimgraphTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Runs a test against a service that has something to subscribe to, and little patience. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClaimgraphTest
@Import(TestSubscriptions.class)
@TestPropertySource(
        properties = {
            "claimgraph.limits.connections=20",
            "claimgraph.limits.subscriptions=3",
            "claimgraph.limits.init-time=2s",
            "claimgraph.limits.send-time=1s",
            "claimgraph.limits.keep-alive=200ms",
            "spring.graphql.cors.allowed-origins=https://app.example.com"
        })
public @interface SubscriptionTest {}

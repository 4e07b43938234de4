package dev.claimgraph.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What connections that stay open may take, each settable as {@code claimgraph.limits.…}.
 *
 * @param connections sockets and event streams at a time; more are refused, once those before them are open
 * @param subscriptions operations of one socket at a time
 * @param initTime until a socket says who is calling
 * @param sendTime until a reader has taken what is sent to them; slower ones are cut off
 * @param keepAlive silence after which an event stream carries a comment
 */
@ConfigurationProperties("claimgraph.limits")
record StreamLimits(
        @DefaultValue("5000") int connections,
        @DefaultValue("100") int subscriptions,
        @DefaultValue("3s") Duration initTime,
        @DefaultValue("10s") Duration sendTime,
        @DefaultValue("12s") Duration keepAlive) {}

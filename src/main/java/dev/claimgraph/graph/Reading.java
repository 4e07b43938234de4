package dev.claimgraph.graph;

import java.lang.reflect.Proxy;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.core.InfrastructureProxy;

/**
 * Has what a request asks outside of a transaction only read, so that a cluster answers it on any of its members; a request writes in
 * transactions alone. What no request waits for goes to the leader, as the driver has it.
 */
final class Reading {

    private Reading() {}

    /** A driver whose open transaction is that of the given one. */
    static Driver by(Driver driver) {
        return (Driver) Proxy.newProxyInstance(
                Reading.class.getClassLoader(),
                new Class<?>[] {Driver.class, InfrastructureProxy.class},
                (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == InfrastructureProxy.class) {
                        return driver;
                    }
                    return Seen.isInRequest()
                                    && arguments != null
                                    && arguments.length == 1
                                    && arguments[0] instanceof SessionConfig config
                            ? driver.session(reading(config))
                            : Interception.call(driver, method, arguments);
                });
    }

    private static SessionConfig reading(SessionConfig config) {
        var reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ);
        config.database().ifPresent(reading::withDatabase);
        if (config.bookmarks() != null) {
            reading.withBookmarks(config.bookmarks());
        }
        return reading.build();
    }
}

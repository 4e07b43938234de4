package dev.claimgraph;

import java.net.BindException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Tells what to do about an address that this machine does not have, or a port that it does not grant. */
@Order(1)
class AddressUnusable extends AbstractFailureAnalyzer<BindException> {

    private final Environment environment;

    AddressUnusable(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        return new FailureAnalysis(
                "It cannot listen on %s:%s, so correct server.address or server.port: %s."
                        .formatted(
                                environment.getProperty("server.address"),
                                environment.getProperty("server.port"),
                                cause.getMessage()),
                null,
                cause);
    }
}

package dev.claimgraph.api;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Whether callers may look around, by introspection and GraphiQL: as {@code claimgraph.explore} says or, where it says nothing, while
 * nobody but this machine reaches the service.
 */
@Component
class Exploring {

    private final boolean isOpen;

    Exploring(@Value("${claimgraph.explore:#{null}}") @Nullable Boolean said, ServerProperties server) {
        var address = server.getAddress();
        this.isOpen = said != null ? said : address != null && address.isLoopbackAddress();
    }

    boolean isOpen() {
        return isOpen;
    }
}

package dev.claimgraph;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the service answers once it does. */
@Component
class Greeting {

    private static final Log LOG = LogFactory.getLog(Greeting.class);

    private final Environment environment;

    Greeting(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        LOG.info("Claimgraph answers at http://%s:%s/graphql, and GraphiQL at /graphiql"
                .formatted(environment.getProperty("server.address"), environment.getProperty("local.server.port")));
    }
}

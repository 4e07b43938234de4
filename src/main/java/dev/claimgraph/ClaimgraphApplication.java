package dev.claimgraph;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Claimgraph. */
@SpringBootApplication
public class ClaimgraphApplication {

    public static void main(String[] args) {
        SpringApplication.run(ClaimgraphApplication.class, args);
    }

    /** Milliseconds: as exact as the graph keeps and the API prints a time. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}

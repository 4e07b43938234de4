package dev.claimgraph;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Claimgraph. */
@SpringBootApplication
public class ClaimgraphApplication {

    public static void main(String[] args) {
        SpringApplication.run(ClaimgraphApplication.class, args);
    }
}

package dev.claimgraph;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Claimgraph; or, with a command among the arguments, does that, and ends. */
@SpringBootApplication
public class ClaimgraphApplication {

    private static final int REFUSED = 2;

    public static void main(String[] args) {
        var word = Stream.of(args).filter(argument -> !argument.startsWith("-")).findFirst();
        if (word.isEmpty()) {
            SpringApplication.run(ClaimgraphApplication.class, args);
            return;
        }
        var command = word.flatMap(Command::named).orElse(null);
        if (command == null) {
            System.err.println(Command.unknown(word.get()));
            System.exit(REFUSED);
        } else {
            System.exit(SpringApplication.exit(command.run(args)));
        }
    }

    /** Milliseconds: as exact as the graph keeps and the API prints a time. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}

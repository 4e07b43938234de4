package dev.claimgraph;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Claimgraph; or, with a command among the arguments, does that, and ends. */
@SpringBootApplication
public class ClaimgraphApplication {

    private static final int REFUSED = 2;
    private static final Set<String> HELP = Set.of("--help", "-h");

    public static void main(String[] args) {
        var word = Stream.of(args).filter(argument -> !argument.startsWith("-")).findFirst();
        if (word.filter("help"::equals).isPresent() || Stream.of(args).anyMatch(HELP::contains)) {
            System.out.println(Command.help());
            return;
        }
        if (word.isEmpty()) {
            SpringApplication.run(ClaimgraphApplication.class, args);
            return;
        }
        var command = Command.named(word.get());
        var wrong = command.map(named -> named.wrong(args)).orElse(Optional.of(Command.unknown(word.get())));
        if (wrong.isPresent()) {
            System.err.println(wrong.get());
            System.exit(REFUSED);
        } else {
            System.exit(SpringApplication.exit(command.orElseThrow().run(args)));
        }
    }

    /** Milliseconds: as exact as the graph keeps and the API prints a time. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}

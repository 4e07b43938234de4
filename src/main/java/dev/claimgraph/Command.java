package dev.claimgraph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** What can be done from the command line in place of serving. */
enum Command {
    IMPORT,
    EXPORT,
    BACKUP("dev.claimgraph.graph.Backup", "--spring.main.web-application-type=none"),
    RESTORE("dev.claimgraph.graph.Backup", "--spring.main.web-application-type=none");

    private final String application;
    private final List<String> settings;

    /** The service itself, at an address that nobody is told, without what goes on behind writes: a service that serves does that. */
    Command() {
        this(
                "dev.claimgraph.ClaimgraphApplication",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--claimgraph.sample-data=false",
                "--claimgraph.background=false",
                "--logging.level.dev.claimgraph=warn");
    }

    /** @param application what Spring starts, of which something runs the command; it may not be part of a build */
    Command(String application, String... settings) {
        this.application = application;
        this.settings = List.of(settings);
    }

    static Optional<Command> named(String word) {
        return all().filter(command -> command.word().equals(word)).findFirst();
    }

    static String unknown(String word) {
        return "There is no command %s: there is %s."
                .formatted(word, all().map(Command::word).collect(Collectors.joining(", ")));
    }

    ConfigurableApplicationContext run(String... arguments) {
        var all = Stream.concat(Stream.of(arguments), settings.stream()).toArray(String[]::new);
        return SpringApplication.run(ClassUtils.resolveClassName(application, null), all);
    }

    private static Stream<Command> all() {
        return Arrays.stream(values()).filter(command -> ClassUtils.isPresent(command.application, null));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

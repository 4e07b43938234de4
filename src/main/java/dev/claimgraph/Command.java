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
    IMPORT("as=ACCOUNT", "format=csv", "dry-run", "attest"),
    EXPORT,
    BACKUP("dev.claimgraph.graph.Backup", List.of("--spring.main.web-application-type=none")),
    RESTORE("dev.claimgraph.graph.Backup", List.of("--spring.main.web-application-type=none"));

    private final String application;
    private final List<String> settings;
    private final List<String> options;

    /** The service itself, at an address that nobody is told, without what goes on behind writes: a service that serves does that. */
    Command(String... options) {
        this(
                "dev.claimgraph.ClaimgraphApplication",
                List.of(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--claimgraph.sample-data=false",
                        "--claimgraph.background=false",
                        "--logging.level.dev.claimgraph=warn"),
                options);
    }

    /** @param application what Spring starts, of which something runs the command; it may not be part of a build */
    Command(String application, List<String> settings, String... options) {
        this.application = application;
        this.settings = settings;
        this.options = List.of(options);
    }

    static Optional<Command> named(String word) {
        return all().filter(command -> command.word().equals(word)).findFirst();
    }

    static String unknown(String word) {
        return "There is no command %s: there is %s."
                .formatted(word, all().map(Command::word).collect(Collectors.joining(", ")));
    }

    /** What is wrong with the first option that it does not have; one with a dot in its name is a setting. */
    Optional<String> wrongOption(String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith("-") && !isKnown(argument))
                .findFirst()
                .map(unknown -> "%s has no option %s: it takes %s."
                        .formatted(
                                word(),
                                unknown,
                                Stream.concat(
                                                options.stream().map("--"::concat),
                                                Stream.of("settings such as --claimgraph.data-dir=FOLDER"))
                                        .collect(Collectors.joining(", "))));
    }

    private boolean isKnown(String option) {
        var name = option.substring(Math.min(2, option.length()));
        return option.startsWith("--") && (isSetting(name) || options.stream().anyMatch(known -> is(name, known)));
    }

    /** Spring Boot has two without a dot. */
    private static boolean isSetting(String name) {
        return name.split("=", 2)[0].contains(".") || name.equals("debug") || name.equals("trace");
    }

    private static boolean is(String name, String known) {
        var value = known.indexOf('=') + 1;
        return value == 0 ? name.equals(known) : name.startsWith(known.substring(0, value));
    }

    /** Its own settings stand, whatever the arguments say of them. */
    ConfigurableApplicationContext run(String... arguments) {
        var all = Stream.concat(
                        Stream.of(arguments)
                                .filter(argument -> settings.stream()
                                        .noneMatch(own -> argument.startsWith(own.substring(0, own.indexOf('=') + 1)))),
                        settings.stream())
                .toArray(String[]::new);
        return SpringApplication.run(ClassUtils.resolveClassName(application, null), all);
    }

    private static Stream<Command> all() {
        return Arrays.stream(values()).filter(command -> ClassUtils.isPresent(command.application, null));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.claimgraph;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** What can be done from the command line in place of serving. */
enum Command {
    IMPORT(Command::unread, "as=ACCOUNT", "format=csv", "dry-run", "attest"),
    EXPORT(Command::unwritten),
    BACKUP(Command::unwritten, "dev.claimgraph.graph.Backup", List.of("--spring.main.web-application-type=none")),
    RESTORE(Command::unread, "dev.claimgraph.graph.Backup", List.of("--spring.main.web-application-type=none"));

    private final Function<Path, @Nullable String> look;
    private final String application;
    private final List<String> settings;
    private final List<String> options;

    /** The service itself, at an address that nobody is told, without what goes on behind writes: a service that serves does that. */
    Command(Function<Path, @Nullable String> look, String... options) {
        this(
                look,
                "dev.claimgraph.ClaimgraphApplication",
                List.of(
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--claimgraph.sample-data=false",
                        "--claimgraph.background=false",
                        "--logging.level.dev.claimgraph=warn"),
                options);
    }

    /**
     * @param look what is wrong with the file; null where nothing is
     * @param application what Spring starts, of which something runs the command; it may not be part of a build
     */
    Command(Function<Path, @Nullable String> look, String application, List<String> settings, String... options) {
        this.look = look;
        this.application = application;
        this.settings = settings;
        this.options = List.of(options);
    }

    static Optional<Command> named(String word) {
        return all().filter(command -> command.word().equals(word)).findFirst();
    }

    /** What can be done, and how. */
    static String help() {
        return Stream.concat(
                        Stream.of("Without a command, Claimgraph serves. The commands:"),
                        all().map(command -> "  " + command.usage()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static String unknown(String word) {
        return "There is no command %s: there is %s."
                .formatted(word, all().map(Command::word).collect(Collectors.joining(", ")));
    }

    /** What is wrong with its arguments, as far as can be told before anything is started. */
    Optional<String> wrong(String... arguments) {
        return wrongOption(arguments).or(() -> wrongFile(arguments));
    }

    /** Of the first option that it does not have; one with a dot in its name is a setting. */
    private Optional<String> wrongOption(String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith("-") && !isKnown(argument))
                .findFirst()
                .map(unknown -> "%s has no option %s: it takes %s."
                        .formatted(
                                word(),
                                unknown,
                                Stream.concat(
                                                dashed(options),
                                                Stream.of("settings such as --claimgraph.data-dir=FOLDER"))
                                        .collect(Collectors.joining(", "))));
    }

    private Optional<String> wrongFile(String... arguments) {
        var files = Stream.of(arguments)
                .filter(argument -> !argument.startsWith("-"))
                .skip(1)
                .toList();
        if (files.size() != 1 || files.getFirst().isBlank()) {
            return Optional.of("Name one file: " + usage());
        }
        try {
            return Optional.ofNullable(look.apply(Path.of(files.getFirst())));
        } catch (InvalidPathException unfit) {
            return Optional.of("%s cannot be a file's name here: %s. With LANG=C.UTF-8, a name may have any letters."
                    .formatted(unfit.getInput(), unfit.getReason()));
        }
    }

    private String usage() {
        return Stream.concat(
                        Stream.of("%s FILE".formatted(word())), dashed(options).map("[%s]"::formatted))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> dashed(List<String> options) {
        return options.stream().map("--"::concat);
    }

    private static @Nullable String unread(Path file) {
        if (Files.notExists(file)) {
            return "There is no file %s.".formatted(file);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return "%s is no file: it is read twice, so save what comes from elsewhere.".formatted(file);
        }
        return Files.isReadable(file)
                ? null
                : "%s cannot be read: have it made readable for you, or name another file.".formatted(file);
    }

    private static @Nullable String unwritten(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return "%s is there already: name another file.".formatted(file);
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "%s cannot be written: its folder is not there.".formatted(file);
        }
        return Files.isWritable(folder)
                ? null
                : "%s cannot be written: have its folder made writable for you, or name another file.".formatted(file);
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

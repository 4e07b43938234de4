import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks that all Java sources are formatted, formats them ({@code apply}), or leaves it ({@code skip}).
 *
 * <p>It is run by Maven on the JDK that compiles, since a formatter inside an older JDK does not know the newer syntax.
 * Files older than the marker that the last run left are known to be formatted.
 */
class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    public static void main(String... args) throws IOException {
        if (args[0].equals("skip")) {
            return;
        }
        boolean apply = args[0].equals("apply");
        Path marker = Path.of(args[1]);
        FileTime since = Files.exists(marker) ? Files.getLastModifiedTime(marker) : FileTime.fromMillis(0);
        FileTime now = FileTime.fromMillis(System.currentTimeMillis());

        List<Path> changed;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            changed = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> modified(file).compareTo(since) >= 0)
                    .toList();
        }
        List<Path> unformatted =
                changed.stream().filter(file -> isUnformatted(file, apply)).toList();
        if (!apply && !unformatted.isEmpty()) {
            unformatted.forEach(file -> System.err.println("Not formatted: " + file));
            System.err.println("To format the sources, run: ./mvnw initialize -Dformat=apply");
            System.exit(1);
        }
        Files.createDirectories(marker.getParent());
        Files.writeString(marker, "");
        Files.setLastModifiedTime(marker, now);
    }

    private static boolean isUnformatted(Path file, boolean apply) {
        try {
            String source = Files.readString(file);
            String formatted = FORMATTER.formatSourceAndFixImports(source);
            if (source.equals(formatted)) {
                return false;
            }
            if (apply) {
                Files.writeString(file, formatted);
            }
            return true;
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

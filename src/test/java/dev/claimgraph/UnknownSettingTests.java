package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** What anything reads is a setting that there is, and so is what the README tells of. */
class UnknownSettingTests {

    private static final Pattern SETTING = Pattern.compile("\\$\\{(claimgraph\\.[a-z.-]+)");
    private static final Pattern IN_README = Pattern.compile("`(claimgraph\\.[a-z.-]+[a-z])(?:\\.<kind>)?`");

    @Test
    void whatIsReadIsKnown() {
        var read = new ClassFileImporter()
                .importPath(Path.of("target", "classes")).stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.concat(bound(type), injected(type)))
                        .toList();
        assertThat(read)
                .contains("claimgraph.limits.variable-depth", "claimgraph.search.model")
                .allMatch(UnknownSettingTests::isKnown);
    }

    @Test
    void whatTheReadmeTellsOfIsKnown() throws Exception {
        var rows = Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("| `claimgraph."));
        assertThat(rows.map(row -> IN_README
                        .matcher(row)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1)))
                .contains("claimgraph.limits.body")
                .allMatch(UnknownSettingTests::isKnown);
    }

    private static Stream<String> bound(Class<?> type) {
        var settings = type.getAnnotation(ConfigurationProperties.class);
        return settings == null
                ? Stream.empty()
                : Arrays.stream(type.getRecordComponents())
                        .map(component -> DataObjectPropertyName.toDashedForm(component.getName()))
                        .map(name -> settings.value() + "." + name);
    }

    private static Stream<String> injected(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .map(parameter -> parameter.getAnnotation(Value.class))
                .filter(value -> value != null)
                .flatMap(value -> SETTING.matcher(value.value()).results())
                .map(found -> found.group(1));
    }

    private static boolean isKnown(String name) {
        return UnknownSetting.isKnown(ConfigurationPropertyName.of(name));
    }
}

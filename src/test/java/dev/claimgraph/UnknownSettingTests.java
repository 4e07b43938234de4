package dev.claimgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What anything reads is a setting that there is, and so is what the README tells of. */
class UnknownSettingTests {

    private static final Set<String> ASKED_FOR = Set.of("claimgraph.limits.time", "claimgraph.trusted-documents");

    private static final Pattern SETTING = Pattern.compile("\\$\\{(claimgraph\\.[a-z.-]+)");
    private static final Pattern IN_README = Pattern.compile("`(claimgraph\\.[a-z.-]+[a-z])(?:\\.<kind>)?`");

    @Test
    void whatIsReadIsKnown() {
        var read = new ClassFileImporter()
                .importPath(Path.of("target", "classes")).stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(bound(type), injected(type), conditions(type))
                                .flatMap(found -> found))
                        .toList();
        assertThat(read).allMatch(UnknownSettingTests::isKnown);
        assertThat(read.stream().map(ConfigurationPropertyName::of))
                .as("all that is known is read, but for what is asked of the environment")
                .containsAll(UnknownSetting.KNOWN.stream()
                        .filter(known -> !ASKED_FOR.contains(known.toString()))
                        .toList());
    }

    @Test
    void whatIsBelowASettingIsNone() {
        assertThat(isKnown("claimgraph.approvers.comparative")).isTrue();
        assertThat(isKnown("claimgraph.explore.enabled")).isFalse();
        assertThat(isKnown("claimgraph.limits.time.seconds")).isFalse();
    }

    /** As of a file of settings in which all lines of a section are commented out. */
    @Test
    void anEmptySectionIsPassedOver() {
        assertThatCode(() -> start("claimgraph.search", "")).doesNotThrowAnyException();
        assertThatThrownBy(() -> start("claimgraph.search", "words"))
                .hasMessageContaining("no setting claimgraph.search:");
        assertThatThrownBy(() -> start("claimgraph.serach", "")).hasMessageContaining("no setting claimgraph.serach:");
    }

    private static void start(String setting, String value) {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("file", Map.of(setting, value)));
            new UnknownSetting().initialize(context);
        }
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
        return Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .flatMap(executable -> Arrays.stream(executable.getParameters()))
                .map(parameter -> parameter.getAnnotation(Value.class))
                .filter(value -> value != null)
                .flatMap(value -> SETTING.matcher(value.value()).results())
                .map(found -> found.group(1));
    }

    private static Stream<String> conditions(Class<?> type) {
        return Stream.ofNullable(type.getAnnotation(ConditionalOnBooleanProperty.class))
                .flatMap(condition -> Stream.of(condition.name(), condition.value()))
                .flatMap(Arrays::stream);
    }

    private static boolean isKnown(String name) {
        return UnknownSetting.isKnown(ConfigurationPropertyName.of(name));
    }
}

package dev.claimgraph;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses a start with a setting of Claimgraph that there is not: a slip of the pen would leave the default in place without a word. The
 * environment and the JVM's properties are not looked at, since others put there what begins alike.
 */
class UnknownSetting implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("claimgraph");

    private static final Set<String> SHARED = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    static final Set<ConfigurationPropertyName> KNOWN = Stream.of(
                    "approvers",
                    "background",
                    "data-dir",
                    "disk-reserve",
                    "explore",
                    "limits.aliases",
                    "limits.body",
                    "limits.complexity",
                    "limits.connections",
                    "limits.depth",
                    "limits.directives",
                    "limits.failed-logins",
                    "limits.fields",
                    "limits.init-time",
                    "limits.keep-alive",
                    "limits.page-size",
                    "limits.public-rate",
                    "limits.send-time",
                    "limits.subscriptions",
                    "limits.time",
                    "limits.tokens",
                    "limits.variable-depth",
                    "notices.kept",
                    "password",
                    "public-reading",
                    "sample-data",
                    "search.model",
                    "token-claims.roles",
                    "token-claims.teams",
                    "trusted-documents",
                    "webhooks.allow-http",
                    "webhooks.allowed-addresses",
                    "webhooks.claim-link",
                    "webhooks.connect-timeout",
                    "webhooks.connections-per-host",
                    "webhooks.source",
                    "webhooks.timeout")
            .map(OURS::append)
            .collect(Collectors.toUnmodifiableSet());

    /** The name of a kind of claims follows. */
    private static final ConfigurationPropertyName APPROVERS = OURS.append("approvers");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var unknown = environment.getPropertySources().stream()
                .filter(source -> !SHARED.contains(source.getName()))
                .flatMap(UnknownSetting::named)
                .map(name -> name.isLastElementIndexed() ? name.getParent() : name)
                .filter(name -> OURS.isAncestorOf(name) && !isKnown(name))
                .filter(name -> !isEmptySection(name, environment))
                .map(ConfigurationPropertyName::toString)
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new Unknown(unknown);
        }
    }

    static boolean isKnown(ConfigurationPropertyName name) {
        return KNOWN.contains(name) || APPROVERS.isParentOf(name);
    }

    /** As a file of settings has one of which all lines are commented out. */
    private static boolean isEmptySection(ConfigurationPropertyName name, Environment environment) {
        return KNOWN.stream().anyMatch(name::isAncestorOf)
                && environment.getProperty(name.toString(), "").isEmpty();
    }

    private static Stream<ConfigurationPropertyName> named(PropertySource<?> source) {
        return ConfigurationPropertySource.from(source) instanceof IterableConfigurationPropertySource all
                ? all.stream()
                : Stream.empty();
    }

    private static final class Unknown extends RuntimeException {

        private Unknown(List<String> names) {
            super("There is no setting %s: the README has all that there are.".formatted(String.join(", ", names)));
        }
    }

    /** Says which. */
    static class Analyzer extends AbstractFailureAnalyzer<Unknown> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, Unknown cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}

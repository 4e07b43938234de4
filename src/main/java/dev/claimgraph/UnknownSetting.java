package dev.claimgraph;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
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

    private static final Collection<ConfigurationPropertyName> KNOWN = Stream.of(
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
            .toList();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().stream()
                .filter(source -> !SHARED.contains(source.getName()))
                .flatMap(UnknownSetting::named)
                .filter(name -> OURS.isAncestorOf(name) && !isKnown(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Unknown(unknown);
                });
    }

    static boolean isKnown(ConfigurationPropertyName name) {
        return KNOWN.stream().anyMatch(known -> known.equals(name) || known.isAncestorOf(name));
    }

    private static Stream<ConfigurationPropertyName> named(PropertySource<?> source) {
        return StreamSupport.stream(ConfigurationPropertySources.from(source).spliterator(), false)
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .flatMap(IterableConfigurationPropertySource::stream);
    }

    private static final class Unknown extends RuntimeException {

        private final ConfigurationPropertyName name;

        private Unknown(ConfigurationPropertyName name) {
            super("%s is unknown".formatted(name));
            this.name = name;
        }
    }

    /** Names it. */
    static class Analyzer extends AbstractFailureAnalyzer<Unknown> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, Unknown cause) {
            return new FailureAnalysis(
                    "There is no setting %s: the README has all that there are.".formatted(cause.name), null, cause);
        }
    }
}

package dev.claimgraph.access;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.TemporaryDataFolder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Runs a test against a service as a company runs it: people and apps come from its OpenID provider, and the public may read. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClaimgraphTest
@ContextConfiguration(initializers = {TemporaryDataFolder.class, ProviderTest.Provider.class})
@TestPropertySource(
        properties = {
            "claimgraph.public-reading=true",
            "claimgraph.approvers.comparative=2",
            "claimgraph.limits.public-rate=300",
            "server.forward-headers-strategy=native",
            "spring.security.oauth2.client.registration.company.client-id=console",
            "spring.security.oauth2.client.registration.company.client-secret=console-" + OpenIdProvider.SECRET,
            "spring.security.oauth2.client.registration.company.scope=openid"
        })
public @interface ProviderTest {

    /** Tells the service who the provider is. */
    class Provider implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var issuer = OpenIdProvider.running().issuer();
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    Tokens.ISSUER + "=" + issuer,
                    "spring.security.oauth2.client.provider.company.issuer-uri=" + issuer);
        }
    }
}

package dev.claimgraph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Without any setting webhooks go to the public internet alone, and are given up on in time; what is set and makes no sense is said. */
class WebhookConfigurationTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(WebhookConfiguration.class, Addresses.class, Sender.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void nothingHasToBeSet() {
        service.run(context -> {
            assertThat(context).hasSingleBean(Sender.class);
            assertThat(context.getBean(WebhookSettings.class))
                    .isEqualTo(
                            new WebhookSettings(List.of(), false, Duration.ofSeconds(5), Duration.ofSeconds(15), 50));
            assertThat(context.getBean(MessageSettings.class).source()).isEqualTo(URI.create("/claimgraph"));
        });
    }

    @Test
    void aNetworkOfOnesOwnCanBeAllowed() {
        service.withPropertyValues(
                        "claimgraph.webhooks.allowed-addresses=10.20.0.0/16,fd00::/8",
                        "claimgraph.webhooks.allow-http=true")
                .run(context -> assertThat(
                                context.getBean(Addresses.class).check(URI.create("http://10.20.0.1:8080/hooks")))
                        .isNull());
    }

    @Test
    void aRangeThatIsNoneIsSaidAtTheStart() {
        service.withPropertyValues("claimgraph.webhooks.allowed-addresses=10/8")
                .run(context ->
                        assertThat(context).getFailure().rootCause().isInstanceOf(IllegalArgumentException.class));
    }
}

package dev.claimgraph.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An event is one by CloudEvents 1.0, as its own library reads it. */
class CloudEventTests {

    @Test
    void theLibraryReadsAllOfIt() {
        var read = read(event("claim_1"));
        assertThat(read.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(read.getId()).isEqualTo("event_1");
        assertThat(read.getSource()).isEqualTo(URI.create("/claimgraph"));
        assertThat(read.getType()).isEqualTo("dev.claimgraph.claim.standing.changed");
        assertThat(read.getSubject()).isEqualTo("claim_1");
        assertThat(read.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-28T09:30:00.125Z"));
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getExtensionNames()).isEmpty();
        assertThat(new String(Objects.requireNonNull(read.getData()).toBytes(), UTF_8))
                .isEqualTo("{\"from\":\"CURRENT\",\"to\":\"STALE\"}");
    }

    @Test
    void itIsOneJsonObject() {
        assertThat(event("claim_1").json()).isEqualTo("""
            {"id":"event_1","source":"/claimgraph","type":"dev.claimgraph.claim.standing.changed","subject":"claim_1",\
            "time":"2026-11-28T09:30:00.125Z","data":{"from":"CURRENT","to":"STALE"},\
            "datacontenttype":"application/json","specversion":"1.0"}\
            """);
    }

    @Test
    void whatIsAboutNothingHasNoSubject() {
        var event = event(null);
        assertThat(event.json()).doesNotContain("subject");
        assertThat(read(event).getSubject()).isNull();
    }

    @Test
    void aSourceIsNeverEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageSettings(URI.create(""), ""))
                .withMessageContaining("claimgraph.webhooks.source");
    }

    private static CloudEvent event(@Nullable String subject) {
        return new CloudEvent(
                "event_1",
                URI.create("/claimgraph"),
                "dev.claimgraph.claim.standing.changed",
                subject,
                Instant.parse("2026-11-28T09:30:00.125Z"),
                Map.of("from", "CURRENT", "to", "STALE"));
    }

    private static io.cloudevents.CloudEvent read(CloudEvent event) {
        return new JsonFormat().deserialize(event.json().getBytes(UTF_8));
    }
}

package dev.claimgraph.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that checks by Standard Webhooks, with the library that it has for that, knows which messages are ours. */
class SignatureTests {

    private static final String BODY = "{\"type\":\"dev.claimgraph.claim.standing.changed\"}";

    private final Secret secret = Secret.next();

    @Test
    void anEndpointAcceptsWhatWasSignedWithItsSecret() {
        assertThatCode(() -> verify(secret, BODY, signed(BODY, secret))).doesNotThrowAnyException();
    }

    @Property(tries = 100)
    void whateverTheBodySays(@ForAll String body, @ForAll @Size(min = 24, max = 64) byte[] key) {
        var any = Secret.of("whsec_" + Base64.getEncoder().encodeToString(key));
        var sent = new String(body.getBytes(UTF_8), UTF_8);
        assertThatCode(() -> verify(any, sent, signed(body, any))).doesNotThrowAnyException();
    }

    @Test
    void itRefusesAnAlteredBody() {
        assertThatThrownBy(() -> verify(secret, BODY + " ", signed(BODY, secret)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void itRefusesTheIdOfAnotherMessage() {
        var headers = new HashMap<>(signed(BODY, secret));
        headers.put("webhook-id", "delivery_2");
        assertThatThrownBy(() -> verify(secret, BODY, headers)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void itRefusesAnotherSecret() {
        assertThatThrownBy(() -> verify(Secret.next(), BODY, signed(BODY, secret)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void itRefusesWhatWasRecordedAndSentAgainLater() {
        var old = headers(BODY, Instant.now().minus(Duration.ofMinutes(10)), secret);
        assertThatThrownBy(() -> verify(secret, BODY, old)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void whileASecretIsReplacedBothVerify() {
        var next = Secret.next();
        var headers = signed(BODY, next, secret);
        assertThatCode(() -> verify(secret, BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> verify(next, BODY, headers)).doesNotThrowAnyException();
    }

    @Test
    void aSecretIsReadAsItWasShown() {
        assertThat(Secret.of(secret.reveal()).reveal()).isEqualTo(secret.reveal());
        assertThat(Secret.next().reveal()).isNotEqualTo(Secret.next().reveal());
    }

    @Test
    void aSecretIsNotShownByAccident() {
        assertThat(secret).hasToString("whsec_…");
        assertThat(List.of(secret)).hasToString("[whsec_…]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not base64 and not a secret at all",
                "d2l0aG91dCBpdHMgcHJlZml4IGl0IGlzIG5vIHNlY3JldA=="
            })
    void whatIsNoSecretIsRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of(text))
                .withMessage("A secret is whsec_ and from 24 to 64 bytes in Base64.")
                .withNoCause();
    }

    private static Map<String, String> signed(String body, Secret... secrets) {
        return headers(body, Instant.now(), secrets);
    }

    private static Map<String, String> headers(String body, Instant at, Secret... secrets) {
        return Signature.headers("delivery_1", at, body.getBytes(UTF_8), List.of(secrets));
    }

    private static void verify(Secret secret, String body, Map<String, String> headers) throws Exception {
        var lists = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        new Webhook(secret.reveal()).verify(body, HttpHeaders.of(lists, (name, value) -> true));
    }
}

package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrakeTests {

    private final Brake brake = new Brake(1);

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:2:3:4, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
        "no:address, no:address, true"
    })
    void anAddressIsStoppedWithItsWholeNetwork(String one, String other, boolean stopped) {
        assertThat(brake.stops(one)).isFalse();
        assertThat(brake.stops(other)).isEqualTo(stopped);
    }

    @Test
    void whatIsForgivenDoesNotCount() {
        assertThat(brake.stops("192.0.2.1")).isFalse();
        brake.forgives("192.0.2.1");
        assertThat(brake.stops("192.0.2.1")).isFalse();
        assertThat(brake.stops("192.0.2.1")).isTrue();
    }
}

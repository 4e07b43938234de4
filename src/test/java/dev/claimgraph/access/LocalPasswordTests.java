package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class LocalPasswordTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "::1"})
    void theDefaultWillDoOnThisMachine(String address) {
        assertThat(password("claimgraph", address).value()).isEqualTo("claimgraph");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void theDefaultWillNotDoWhereOthersReachTheService(@Nullable String address) {
        assertThatExceptionOfType(LocalPassword.Unusable.class)
                .isThrownBy(() -> password("claimgraph", address))
                .withMessageContaining("set CLAIMGRAPH_PASSWORD");
        assertThat(password("one of our own", address).value()).isEqualTo("one of our own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void nothingIsNoPassword(String blank) {
        assertThatExceptionOfType(LocalPassword.Unusable.class).isThrownBy(() -> password(blank, "127.0.0.1"));
    }

    @Test
    void aPasswordHasAnEnd() {
        assertThatExceptionOfType(LocalPassword.Unusable.class)
                .isThrownBy(() -> password("p".repeat(73), "127.0.0.1"))
                .withMessageContaining("72 bytes");
    }

    private static LocalPassword password(String value, @Nullable String address) {
        var server = new ServerProperties();
        try {
            server.setAddress(address == null ? null : InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
        return new LocalPassword(value, server);
    }
}

package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.TestClock;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

@ClaimgraphTest
class LocalLoginTests {

    private final CountingEncoder encoder;
    private final TestClock clock;
    private final LocalLogin login;

    @Autowired
    LocalLoginTests(LocalPassword password, PasswordEncoder encoder, TestClock clock) {
        this.encoder = new CountingEncoder(encoder);
        this.clock = clock;
        this.login = new LocalLogin(this.encoder, password, clock, 4);
    }

    @Test
    void checksAPasswordOncePerCaller() {
        IntStream.range(0, 5).forEach(i -> logIn("owner", "claimgraph"));
        assertThat(encoder.checks).hasValue(1);
        logIn("viewer", "claimgraph");
        assertThat(encoder.checks).hasValue(2);
    }

    @Test
    void checksAPasswordAgainAfterAMinute() {
        var now = clock.instant();
        clock.at(now, () -> logIn("owner", "claimgraph"));
        clock.at(now.plusSeconds(59), () -> logIn("owner", "claimgraph"));
        assertThat(encoder.checks).hasValue(1);
        clock.at(now.plusSeconds(61), () -> logIn("owner", "claimgraph"));
        assertThat(encoder.checks).hasValue(2);
    }

    @Test
    void checksAPasswordOnceForCallsAtTheSameTime() {
        try (var callers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 32).forEach(i -> callers.submit(() -> logIn("owner", "claimgraph")));
        }
        assertThat(encoder.checks).hasValue(1);
    }

    @Test
    void checksAWrongPasswordEveryTime() {
        logIn("owner", "claimgraph");
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> logIn("owner", "wrong"));
        }
        assertThat(encoder.checks).hasValue(4);
    }

    @Test
    void takesAsLongForAnAccountThatDoesNotExist() {
        assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> logIn("nobody", "claimgraph"));
        assertThat(encoder.checks).hasValue(1);
    }

    @Test
    void namesTheCallerAndKeepsNoPassword() {
        var caller = logIn("owner", "claimgraph");
        assertThat(caller.getPrincipal())
                .isInstanceOfSatisfying(
                        Identity.class, identity -> assertThat(identity.name()).isEqualTo("Olivia Owner"));
        assertThat(caller.getCredentials()).isNull();
    }

    @Test
    void checksNoMoreAfterTooManyFailures() {
        for (var attempt = 0; attempt < 4; attempt++) {
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> logIn("owner", "wrong"));
        }
        assertThatExceptionOfType(LockedException.class).isThrownBy(() -> logIn("owner", "claimgraph"));
        assertThat(encoder.checks).hasValue(4);
    }

    @Test
    void checksNoMoreOfThoseThatComeAtOnce() {
        try (var callers = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 16).forEach(i -> callers.submit(() -> logIn("owner", "wrong " + i)));
        }
        assertThat(encoder.checks).hasValue(4);
    }

    private Authentication logIn(String account, String password) {
        return login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(account, password));
    }

    private static class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder encoder;
        private final AtomicInteger checks = new AtomicInteger();

        CountingEncoder(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public String encode(CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String encoded) {
            checks.incrementAndGet();
            return encoder.matches(password, encoded);
        }
    }
}

package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.TestClock;
import dev.claimgraph.shared.Actor;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.Neo4jTemplate;
import org.springframework.data.neo4j.core.mapping.Neo4jMappingContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

@ClaimgraphTest
class LocalLoginTests {

    private final CountingEncoder encoder;
    private final LocalPassword password;
    private final Neo4jMappingContext entities;
    private final TestClock clock;
    private final LocalLogin login;

    @Autowired
    LocalLoginTests(
            People people,
            LocalPassword password,
            PasswordEncoder encoder,
            Neo4jMappingContext entities,
            TestClock clock) {
        this.encoder = new CountingEncoder(encoder);
        this.password = password;
        this.entities = entities;
        this.clock = clock;
        this.login = new LocalLogin(people, this.encoder, password, clock);
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
                        Actor.class, actor -> assertThat(actor.name()).isEqualTo("Olivia Owner"));
        assertThat(caller.getCredentials()).isNull();
    }

    @Test
    void saysSoWhereTheGraphIsGone() throws IOException {
        var answer = new MockHttpServletResponse();
        try (var nowhere = GraphDatabase.driver("bolt://127.0.0.1:1")) {
            var graph = Neo4jClient.create(nowhere);
            var people = new People(new Neo4jTemplate(graph, entities), graph, event -> {});
            var login = new LocalLogin(people, encoder, password, clock);
            var attempt = UsernamePasswordAuthenticationToken.unauthenticated("owner", "claimgraph");
            var failure = catchThrowableOfType(AuthenticationException.class, () -> login.authenticate(attempt));
            new BasicChallenge().commence(new MockHttpServletRequest(), answer, failure);
        }
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("UNAVAILABLE").doesNotContain("bolt");
        assertThat(answer.getHeader("WWW-Authenticate")).isNull();
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

package dev.claimgraph.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.ClaimgraphTest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Callers are told apart without waiting for each other. */
@ClaimgraphTest
class CallersTests {

    private final Callers callers;

    CallersTests(Callers callers) {
        this.callers = callers;
    }

    @Test
    void manyWhoComeForTheFirstTimeAtOnceAreAllLetIn() {
        for (var round = 0; round < 2; round++) {
            IntStream.range(0, 60).forEach(i -> called("early " + i));
        }
        Executor threads = Thread::startVirtualThread;
        var late = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> called("late " + i), threads))
                .toArray(CompletableFuture[]::new);
        assertThat(CompletableFuture.allOf(late)).succeedsWithin(Duration.ofSeconds(60));
    }

    private String called(String name) {
        var identity = new Identity("https://idp.example.com#" + name, name, Set.of(), null, null);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        identity, null, AuthorityUtils.NO_AUTHORITIES));
        try {
            return callers.actor().id();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}

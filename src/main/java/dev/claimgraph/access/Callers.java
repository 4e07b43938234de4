package dev.claimgraph.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.claimgraph.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Whoever the running request came from. What the graph knows of them is read once a minute. */
@Component
public class Callers {

    private static final int MOST = 10_000;

    private final People people;
    private final Cache<Known, Actor> actors;
    private final AtomicLong writes = new AtomicLong();

    Callers(People people, Clock clock) {
        this.people = people;
        this.actors = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    /** @throws AuthenticationCredentialsNotFoundException where nobody is logged in */
    Actor actor() {
        var identity = identity();
        if (identity == null) {
            throw new AuthenticationCredentialsNotFoundException("Nobody is logged in.");
        }
        var known = new Known(writes.get(), identity);
        var actor = actors.getIfPresent(known);
        if (actor == null) {
            actor = people.seen(identity);
            actors.put(known, actor);
        }
        return actor;
    }

    /**
     * The same for a caller who stays connected: as the graph has them by now, whatever their login once said; null where it has them
     * no more.
     */
    @Nullable
    Actor standing() {
        return standing(identity());
    }

    /** The same at any later time and on any thread: who is calling now, as the graph has them each time this is asked. */
    public Supplier<@Nullable Actor> followed() {
        var identity = identity();
        return () -> standing(identity);
    }

    private @Nullable Actor standing(@Nullable Identity identity) {
        if (identity == null) {
            return null;
        }
        var known = new Known(writes.get(), identity);
        var actor = actors.getIfPresent(known);
        if (actor == null) {
            actor = people.actor(identity.account()).orElse(null);
            if (actor != null) {
                actors.put(known, actor);
            }
        }
        return actor;
    }

    /** Whether whoever is calling, be it nobody, is told of what takes all of these to read. */
    public boolean read(Scope... needed) {
        var identity = identity();
        return identity != null && identity.carries(Set.of(needed));
    }

    /** Null where nobody is logged in. */
    @Nullable
    Identity identity() {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return switch (caller == null ? null : caller.getPrincipal()) {
            case Identity identity -> identity;
            case BrowserLogin login -> login.identity();
            case null, default -> null;
        };
    }

    /** What another instance writes counts here within the minute. */
    @TransactionalEventListener
    void on(Members.Saved person) {
        writes.incrementAndGet();
    }

    /** Since which write: what was known before the last one is not asked for again, and no caller waits for another's to be dropped. */
    private record Known(long writes, Identity identity) {}
}

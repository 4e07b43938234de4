package dev.claimgraph.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.claimgraph.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks the password of a local account: slow by design, so once per caller and minute. */
@Component
class LocalLogin implements AuthenticationProvider {

    private static final int MOST_CALLERS = 10_000;

    private final People people;
    private final PasswordEncoder encoder;
    private final String password;
    private final Mac mac = keyed();
    private final Cache<String, Actor> callers;

    LocalLogin(People people, PasswordEncoder encoder, LocalPassword password, Clock clock) {
        this.people = people;
        this.encoder = encoder;
        this.password = encoder.encode(password.value());
        this.callers = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var account = attempt.getName();
        var presented = String.valueOf(attempt.getCredentials());
        var actor = callers.get(digest(account, presented), unknown -> check(account, presented));
        return UsernamePasswordAuthenticationToken.authenticated(actor, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** Takes as long for an account that does not exist. */
    private Actor check(String account, String presented) {
        if (encoder.matches(presented, password) && LocalAccount.exists(account)) {
            return actor(account);
        }
        throw new BadCredentialsException("Unknown account or wrong password.");
    }

    private Actor actor(String account) {
        try {
            return people.actor(account).orElseThrow();
        } catch (RuntimeException unreachable) {
            throw new InternalAuthenticationServiceException("The graph does not tell who is calling.", unreachable);
        }
    }

    /** Tells callers apart without keeping what they sent. */
    private String digest(String account, String presented) {
        try {
            var digest = (Mac) mac.clone();
            digest.update((account.length() + ":" + account).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.doFinal(presented.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mac keyed() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new SecureRandom().generateSeed(32), mac.getAlgorithm()));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.claimgraph.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks the password of a local account: slow by design, so once per caller and minute, and no more after too many failures from an
 * address.
 */
@Component
@NoProvider
class LocalLogin implements AuthenticationProvider, WayIn {

    private static final int MOST_CALLERS = 10_000;

    private final Brake failures;
    private final PasswordEncoder encoder;
    private final String password;
    private final Mac mac = keyed();
    private final Cache<String, Identity> callers;

    LocalLogin(
            PasswordEncoder encoder,
            LocalPassword password,
            Clock clock,
            @Value("${claimgraph.limits.failed-logins:20}") long failedLogins) {
        this.failures = new Brake(failedLogins);
        this.encoder = encoder;
        this.password = encoder.encode(password.value());
        this.callers = Caffeine.newBuilder()
                .maximumSize(MOST_CALLERS)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    /** As a bean, it is asked already; named here too, it would be asked twice. */
    @Override
    public void open(HttpSecurity http) {
        http.httpBasic(basic -> basic.authenticationEntryPoint(Challenge.PASSWORD))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(Challenge.PASSWORD));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var account = attempt.getName();
        var presented = String.valueOf(attempt.getCredentials());
        var identity = callers.get(digest(account, presented), unknown -> check(account, presented, address(attempt)));
        return UsernamePasswordAuthenticationToken.authenticated(identity, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** Takes as long for an account that does not exist; counts as failed until it is not, so that many at once are no more. */
    private Identity check(String account, String presented, String address) {
        if (failures.stops(address)) {
            throw new LockedException("Too many failed logins.");
        }
        var matches = encoder.matches(presented, password);
        var known = LocalAccount.named(account);
        if (matches && known.isPresent()) {
            failures.forgives(address);
            return known.get();
        }
        throw new BadCredentialsException("Unknown account or wrong password.");
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
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

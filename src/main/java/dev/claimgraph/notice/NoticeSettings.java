package dev.claimgraph.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was told is kept, for those who come back: {@code claimgraph.notices.kept}.
 *
 * @param kept two days at least, since a day of it is promised, and webhooks are tried for one
 */
@ConfigurationProperties("claimgraph.notices")
public record NoticeSettings(@DefaultValue("7d") Duration kept) {

    private static final Duration LEAST = Duration.ofDays(2);

    public NoticeSettings {
        if (kept.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "claimgraph.notices.kept is %s; it has to be two days or more.".formatted(kept));
        }
    }
}

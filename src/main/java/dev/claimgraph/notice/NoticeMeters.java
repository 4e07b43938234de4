package dev.claimgraph.notice;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Counts notices and how late they come. */
@Component
class NoticeMeters {

    private final MeterRegistry meters;
    private final AtomicLong behind = new AtomicLong();

    NoticeMeters(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("claimgraph.notices.behind", behind);
    }

    /** How many changes are in the log and not worked out yet. */
    void behind(long changes) {
        behind.set(changes);
    }

    void written(Collection<Notice> notices, Instant now) {
        notices.forEach(notice -> meters.timer(
                        "claimgraph.notices", "kind", notice.kind().name())
                .record(Duration.between(notice.at(), now)));
    }
}

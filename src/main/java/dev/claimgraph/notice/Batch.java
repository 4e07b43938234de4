package dev.claimgraph.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notices that are written together, in their order, each of them once. */
final class Batch {

    private static final int FULL = 500;

    private final NoticeRepository notices;
    private final NoticeMeters meters;
    private final Clock clock;
    private final Map<String, Notice> moved = new LinkedHashMap<>();

    Batch(NoticeRepository notices, NoticeMeters meters, Clock clock) {
        this.notices = notices;
        this.meters = meters;
        this.clock = clock;
    }

    /** Writes what came together where that is enough. @throws NoticeRepository.LeaseLost where another instance works them out by now */
    void add(Collection<Notice> more) {
        more.forEach(notice -> moved.putIfAbsent(notice.key(), notice));
        if (moved.size() >= FULL) {
            notices.write(moved.values());
            written();
        } else {
            notices.keepLease();
        }
    }

    /** Writes the rest, and notes that all is told up to a position of the change log, and up to a moment. @throws NoticeRepository.LeaseLost as the other */
    void end(long told, Instant until) {
        notices.end(moved.values(), told, until);
        written();
    }

    private void written() {
        meters.written(moved.values(), clock.instant());
        moved.clear();
    }
}

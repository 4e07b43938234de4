package dev.claimgraph.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Notices that are written together, in their order, each of them once. */
final class Batch {

    private static final int FULL = 500;

    private final NoticeRepository notices;
    private final NoticeMeters meters;
    private final Clock clock;
    private final Set<Notice.Key> ahead;
    private final List<Notice> moved = new ArrayList<>();

    /** @param ahead what was written though it is not noted as told yet */
    Batch(NoticeRepository notices, NoticeMeters meters, Clock clock, Set<Notice.Key> ahead) {
        this.notices = notices;
        this.meters = meters;
        this.clock = clock;
        this.ahead = ahead;
    }

    /** Writes what came together where that is enough. @throws NoticeRepository.LeaseLost where another instance works them out by now */
    void add(Collection<Notice> more) {
        more.stream().filter(notice -> ahead.add(notice.key())).forEach(moved::add);
        if (moved.size() >= FULL) {
            notices.write(moved);
            written();
        } else {
            notices.keepLease();
        }
    }

    /** Writes the rest, and notes that all is told up to a position of the change log, and up to a moment. @throws NoticeRepository.LeaseLost as the other */
    void end(long told, Instant until) {
        notices.end(moved, told, until);
        written();
        ahead.removeIf(key -> key.isWithin(told, until));
    }

    private void written() {
        meters.written(moved, clock.instant());
        moved.clear();
    }
}

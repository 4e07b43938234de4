package dev.claimgraph.notice;

import static org.awaitility.Awaitility.await;

import dev.claimgraph.history.Commits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was told since this was made. */
final class Heard {

    private static final Duration BEHIND = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int PAGE = 500;

    private final NoticeRepository notices;
    private final long start;

    /** Once all that came before is told, be it much. */
    Heard(NoticeRepository notices, Commits commits) {
        var before = commits.position();
        await().atMost(BEHIND).until(() -> notices.state().told() >= before);
        this.notices = notices;
        this.start = notices.state().position();
    }

    /** What was told of a claim, once there is so much and all that committed before is told. */
    List<String> of(String claimId, int count) {
        return of(claimId, count, LONGEST);
    }

    List<String> of(String claimId, int count, Duration within) {
        await().atMost(within).until(() -> all(claimId).size() >= count);
        return all(claimId).stream().map(Heard::said).toList();
    }

    List<Notice> all(String aboutId) {
        var found = new ArrayList<Notice>();
        var after = start;
        for (var page = notices.after(after, PAGE); !page.isEmpty(); page = notices.after(after, PAGE)) {
            page.stream().filter(notice -> notice.aboutId().equals(aboutId)).forEach(found::add);
            after = page.getLast().position();
        }
        return found;
    }

    private static String said(Notice notice) {
        var moved = notice.data(ClaimMoved.class);
        return worth(moved.from().name(), moved.wasUsable()) + " -> "
                + worth(moved.to().name(), moved.usable());
    }

    static String worth(String standing, boolean usable) {
        return standing + (usable ? ", usable" : ", not usable");
    }
}

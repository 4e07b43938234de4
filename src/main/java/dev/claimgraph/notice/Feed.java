package dev.claimgraph.notice;

import dev.claimgraph.paging.Cursor;
import dev.claimgraph.shared.BadArgument;
import java.util.ArrayDeque;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The notices, for whoever wants to be told: from now on, or from where they were. Each is given the next one when they ask for it, so
 * a slow reader holds nothing.
 */
@Component
class Feed {

    private static final String SCOPE = "notices";

    private final NoticeRepository notices;
    private final Latest latest;
    private final Scheduler readers = Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notice-reader-", 0).factory()));

    Feed(NoticeRepository notices, Latest latest) {
        this.notices = notices;
        this.latest = latest;
    }

    /**
     * All notices after a cursor or, without one, from now on.
     *
     * @throws BadArgument for a cursor that is none, or one behind which some are no longer kept
     */
    Flux<Notice> after(@Nullable String cursor) {
        var state = notices.state();
        var start = cursor == null ? state.position() : position(cursor);
        if (start < state.removed()) {
            throw new BadArgument("after is too old, and some of what came next is no longer kept; read what is so now,"
                    + " and begin without after.");
        }
        return Flux.<Notice, Reader>generate(() -> new Reader(start), (reader, sink) -> {
                    try {
                        sink.next(reader.next());
                    } catch (InterruptedException cancelled) {
                        sink.complete();
                    }
                    return reader;
                })
                .doOnSubscribe(subscription -> latest.join())
                .doFinally(end -> latest.leave())
                .subscribeOn(readers);
    }

    static String cursor(Notice notice) {
        return new Cursor(SCOPE, "", Long.toString(notice.position())).encode();
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor, SCOPE, "after").id());
        } catch (NumberFormatException e) {
            throw new BadArgument("after is no cursor of what was told.");
        }
    }

    /** Where one of those who are told is. */
    private final class Reader {

        private final ArrayDeque<Notice> page = new ArrayDeque<>();
        private long position;

        private Reader(long position) {
            this.position = position;
        }

        Notice next() throws InterruptedException {
            while (page.isEmpty()) {
                var shared = latest.after(position);
                page.addAll(shared == null ? notices.after(position, Latest.PAGE) : shared);
            }
            var next = page.remove();
            position = next.position();
            return next;
        }
    }
}

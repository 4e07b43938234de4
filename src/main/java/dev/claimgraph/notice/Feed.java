package dev.claimgraph.notice;

import dev.claimgraph.paging.Cursor;
import dev.claimgraph.shared.BadArgument;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
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
    private final Notices door;
    private final Scheduler readers = Schedulers.fromExecutorService(Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notice-reader-", 0).factory()));

    Feed(NoticeRepository notices, Latest latest, Notices door) {
        this.notices = notices;
        this.latest = latest;
        this.door = door;
    }

    /** What to give as after, later, to be told of all that changes from now on. */
    String cursor() {
        return encode(door.now());
    }

    /** What to give as after, later, to be told of all that comes behind a notice. */
    static String cursor(Notice notice) {
        return encode(new Place(notice.position(), 0));
    }

    /** All notices after a cursor or, without one, from now on. @throws BadArgument as the other */
    Flux<Notice> after(@Nullable String cursor) {
        return after(cursor, page -> page);
    }

    /**
     * The same of which some are wanted.
     *
     * @param wanted those of a page
     * @throws BadArgument for a cursor that is none, or one behind which some are no longer kept
     */
    Flux<Notice> after(@Nullable String cursor, UnaryOperator<List<Notice>> wanted) {
        var start = cursor == null ? door.now() : decode(cursor);
        if (start.position() < notices.state().removed()) {
            throw new BadArgument("after is too old, and some of what came next is no longer kept; read what is so now,"
                    + " and begin without after.");
        }
        return Flux.<Notice, Reader>generate(() -> new Reader(start.position(), wanted), (reader, sink) -> {
                    try {
                        sink.next(reader.next());
                    } catch (InterruptedException cancelled) {
                        sink.complete();
                    }
                    return reader;
                })
                .filter(start::isBefore)
                .doOnSubscribe(subscription -> latest.join())
                .doFinally(end -> latest.leave())
                .subscribeOn(readers);
    }

    private static String encode(Place place) {
        return new Cursor(SCOPE, Long.toString(place.commit()), Long.toString(place.position())).encode();
    }

    private static Place decode(String text) {
        var cursor = Cursor.decode(text, SCOPE, "after");
        try {
            return new Place(Long.parseLong(cursor.id()), Long.parseLong(cursor.key()));
        } catch (NumberFormatException e) {
            throw new BadArgument("after is no cursor of what was told.");
        }
    }

    /** Where one of those who are told is. */
    private final class Reader {

        private final ArrayDeque<Notice> page = new ArrayDeque<>();
        private final UnaryOperator<List<Notice>> wanted;
        private long position;

        private Reader(long position, UnaryOperator<List<Notice>> wanted) {
            this.position = position;
            this.wanted = wanted;
        }

        Notice next() throws InterruptedException {
            while (page.isEmpty()) {
                var shared = latest.after(position);
                var read = shared == null ? notices.after(position, Latest.PAGE) : shared;
                page.addAll(wanted.apply(read));
                position = read.isEmpty() ? position : read.getLast().position();
            }
            return page.remove();
        }
    }
}

package dev.claimgraph.notice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The latest notices, read once for all on this instance who are told, while anybody is. */
@Component
class Latest implements SmartLifecycle {

    static final int PAGE = 100;

    private static final int KEPT = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Notices notices;
    private final ArrayDeque<Notice> kept = new ArrayDeque<>();
    private int readers;
    private long end;
    private @Nullable Loop loop;

    Latest(Notices notices) {
        this.notices = notices;
    }

    /** How many are told. */
    synchronized int readers() {
        return readers;
    }

    synchronized void join() {
        readers++;
        notifyAll();
    }

    synchronized void leave() {
        readers--;
        if (readers == 0) {
            kept.clear();
            end = 0;
        }
    }

    /** Some of those after a position, as soon as there are; null where they are kept here no longer. */
    synchronized @Nullable List<Notice> after(long position) throws InterruptedException {
        while (end <= position) {
            wait();
        }
        return kept.isEmpty() || kept.getFirst().position() > position + 1
                ? null
                : kept.stream()
                        .filter(notice -> notice.position() > position)
                        .limit(PAGE)
                        .toList();
    }

    @Override
    public void start() {
        loop = new Loop("notice-feed", this::read);
    }

    @Override
    public void stop() {
        if (loop != null) {
            loop.close();
            loop = null;
        }
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    private void read() throws InterruptedException {
        var position = begun();
        var page = notices.after(position, PAGE);
        if (page.isEmpty()) {
            notices.await(PAUSE);
        } else {
            add(page);
        }
    }

    /** Waits until there is a reader. @return how far it was read, for those who are there */
    private long begun() throws InterruptedException {
        synchronized (this) {
            while (readers == 0) {
                wait();
            }
            if (end > 0) {
                return end;
            }
        }
        var position = notices.position();
        synchronized (this) {
            end = Math.max(end, position);
            notifyAll();
            return end;
        }
    }

    private synchronized void add(List<Notice> page) {
        kept.addAll(page);
        while (kept.size() > KEPT) {
            kept.removeFirst();
        }
        end = page.getLast().position();
        notifyAll();
    }
}

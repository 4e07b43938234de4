package dev.claimgraph.staleness;

import dev.claimgraph.Doors;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One small company: what the plain model holds of it, the way into the service, and what people were shown along the way. */
final class PlainWorld {

    private static final Instant BEGINNING = Instant.parse("2026-01-05T08:00:00Z");

    final Doors doors;
    final List<PlainSubject> subjects = new ArrayList<>();
    final List<PlainFact> facts = new ArrayList<>();
    final List<PlainClaim> claims = new ArrayList<>();
    private final Map<String, Actor> actors;
    private final Map<String, List<Shown>> shown = new HashMap<>();
    private Instant now = BEGINNING;

    PlainWorld(Doors doors, Map<String, Actor> actors) {
        this.doors = doors;
        this.actors = actors;
    }

    /** The people who act; {@code both} writes and approves. */
    static Map<String, Actor> actors(Doors doors) {
        var actors = new HashMap<String, Actor>();
        for (var account : List.of("owner", "marketer", "approver", "admin")) {
            actors.put(account, doors.actor(account));
        }
        var marketer = actors.get("marketer");
        actors.put(
                "both",
                new Actor(marketer.id(), marketer.name(), Set.of(Role.MARKETER, Role.APPROVER), Set.of(), Set.of()));
        return actors;
    }

    Instant now() {
        return now;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    Actor actor(String account) {
        return actors.get(account);
    }

    Moment moment(String account) {
        return Moment.of(now, actor(account));
    }

    static <T> T pick(List<T> list, int index) {
        return list.get(Math.floorMod(index, list.size()));
    }

    PlainSubject rival() {
        return subjects.stream()
                .filter(subject -> subject.type == SubjectType.COMPETITOR)
                .findFirst()
                .orElseThrow();
    }

    List<PlainFact> factsAbout(PlainSubject subject) {
        return facts.stream().filter(fact -> fact.subject == subject).toList();
    }

    /** Notes the token that somebody is shown now, beside what the model says it stands for. */
    Shown show(String id, Object what, String token) {
        var now = new Shown(what, token);
        shown.computeIfAbsent(id, key -> new ArrayList<>()).add(now);
        return now;
    }

    boolean wasShown(String id) {
        return shown.containsKey(id);
    }

    /** Something shown some time before; 0 is the last. */
    Shown shownBefore(String id, int back) {
        var before = shown.get(id);
        return before.get(before.size() - 1 - Math.floorMod(back, before.size()));
    }

    /**
     * @param what what it stands for, by the model
     * @param token what the service gave
     */
    record Shown(Object what, String token) {}
}

package dev.claimgraph.review;

import dev.claimgraph.shared.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * One thing that a reviewer says about a claim.
 *
 * @param number its place in the review, from 1
 * @param excerpt the words that it concerns; null for all of the claim
 * @param factId the fact that is wrong, of a FACTUAL one
 * @param missingFact what is missing, of a FACTUAL one that names no fact
 * @param stoodOn the facts that the claim stood on when it was made
 * @param state whether somebody still has to settle it
 * @param ended who settled or withdrew it; null while it is open
 */
public record Finding(
        String id,
        long number,
        Kind kind,
        String text,
        @Nullable String excerpt,
        @Nullable String factId,
        @Nullable String missingFact,
        List<String> stoodOn,
        String personId,
        Instant at,
        List<Answer> answers,
        State state,
        @Nullable Ended ended) {

    static Finding from(Value finding) {
        return Json.read(finding.get("json").asString(), Finding.class);
    }

    /** As the graph keeps it. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put("id", id);
        properties.put("number", number);
        properties.put("factId", factId);
        properties.put("blocks", blocks());
        properties.put("json", Json.write(this));
        return properties;
    }

    public @Nullable Instant endedAt() {
        return ended == null ? null : ended.at();
    }

    /** Whether an answer names the missing fact: one that the claim did not stand on then, and does now. */
    boolean isMetBy(List<String> standsOn) {
        return answers.stream()
                .map(Answer::factId)
                .anyMatch(named -> standsOn.contains(named) && !stoodOn.contains(named));
    }

    /** Open again where what settled it is gone. */
    Finding on(List<String> standsOn) {
        var lacks = state == State.SETTLED && missingFact != null && !isMetBy(standsOn);
        return lacks ? become(answers, State.OPEN, null) : this;
    }

    Finding left(String by, Instant when) {
        return state == State.OPEN ? become(answers, State.LEFT, new Ended(by, when)) : this;
    }

    /** Whether it keeps the claim from being approved: never for style. */
    public boolean blocks() {
        return kind == Kind.FACTUAL && state == State.OPEN;
    }

    Finding answered(Answer answer, boolean settles) {
        var all = new ArrayList<>(answers);
        all.add(answer);
        return settles
                ? become(all, State.SETTLED, new Ended(answer.personId(), answer.at()))
                : become(all, state, ended);
    }

    Finding withdrawn(String by, Instant when) {
        return become(answers, State.WITHDRAWN, new Ended(by, when));
    }

    private Finding become(List<Answer> said, State next, @Nullable Ended how) {
        return new Finding(
                id,
                number,
                kind,
                text,
                excerpt,
                factId,
                missingFact,
                stoodOn,
                personId,
                at,
                List.copyOf(said),
                next,
                how);
    }

    /** What a finding is about. */
    public enum Kind {
        FACTUAL,
        STYLE
    }

    /** How far people have come with it. */
    public enum State {
        OPEN,
        SETTLED,
        WITHDRAWN,
        LEFT
    }

    /**
     * What somebody says to it.
     *
     * @param factId the fact that was missing, where the answer names it
     */
    public record Answer(
            String personId,
            Instant at,
            String text,
            @Nullable String factId) {}

    /** When it was settled or withdrawn, and by whom. */
    public record Ended(String personId, Instant at) {}
}

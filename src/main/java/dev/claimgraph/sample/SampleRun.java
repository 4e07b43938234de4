package dev.claimgraph.sample;

import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of loading: who writes, and the ids of what was written, by their keys. */
record SampleRun(Actor owner, Actor marketer, Actor approver, Map<String, String> written) {

    SampleRun(Actor owner, Actor marketer, Actor approver) {
        this(owner, marketer, approver, new HashMap<>());
    }

    void wrote(String kind, String key, String id) {
        written.put(kind + " " + key, id);
    }

    /** @throws Refusal where nothing was written under the key yet */
    String id(String kind, String key) {
        var id = written.get(kind + " " + key);
        if (id == null) {
            throw missing(kind, key);
        }
        return id;
    }

    static Refusal missing(String kind, String key) {
        return Refusal.of(ProblemCode.NOT_FOUND, "There is no %s %s.".formatted(kind, key));
    }

    @Nullable
    List<String> ids(String kind, @Nullable List<String> keys) {
        return keys == null ? null : keys.stream().map(key -> id(kind, key)).toList();
    }
}

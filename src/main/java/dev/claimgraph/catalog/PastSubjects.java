package dev.claimgraph.catalog;

import dev.claimgraph.history.Between;
import dev.claimgraph.history.Past;
import dev.claimgraph.history.Stretch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The door to features, personas, market problems and competitors as they were; what did not exist then is left out. */
@Component
public class PastSubjects {

    private final Past past;

    PastSubjects(Past past) {
        this.past = past;
    }

    /** As they stood at a moment. @throws dev.claimgraph.shared.BadArgument for one that is yet to come */
    public Map<String, Subject> asOf(Instant moment, Collection<String> ids) {
        var found = new HashMap<String, Subject>();
        past.at(moment, ids).forEach((id, change) -> found.put(id, LoggedSubject.after(change)));
        return found;
    }

    /** As they stood when the log had so many changes, and when it had more. */
    public Between<Subject> between(Stretch stretch, long before, long after, Collection<String> ids) {
        return stretch.between(before, after, ids).map(LoggedSubject::after);
    }
}

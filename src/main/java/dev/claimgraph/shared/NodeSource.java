package dev.claimgraph.shared;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What a module offers so that its things can be refetched by id, whatever they are. */
public interface NodeSource {

    /** The kinds of id that it answers for. */
    Set<String> kinds();

    /** The things behind these ids, by id; what does not exist is left out. */
    Map<String, ?> byId(Collection<String> ids);
}

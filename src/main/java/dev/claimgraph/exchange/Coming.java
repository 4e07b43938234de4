package dev.claimgraph.exchange;

import dev.claimgraph.catalog.Subject;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rows that were checked so far will have made of the graph; others may refer to it. */
final class Coming {

    private final Prints things = new Prints();
    private final Prints owners = new Prints();
    private final List<Expected> expected = new ArrayList<>();
    private final Map<String, Subject> subjects = new HashMap<>();

    /** @return false where an earlier row was of the same thing */
    boolean add(RowType type, String key) {
        return things.add(name(type.kind, key));
    }

    /** @param name its id or, where it has none yet, its kind and key: feature/sync */
    void add(String name, Subject subject) {
        subjects.put(name, subject);
    }

    /** @param name its kind and key or, where it is known by the id that it has elsewhere, that */
    boolean has(String name) {
        var kind = Id.kindOf(name);
        return things.has(kind == null ? name : name(kind, name));
    }

    /** Notes that a person who comes may own. */
    void addOwner(String account) {
        owners.add(name(RowType.PERSON.kind, account));
    }

    /** @param name of what comes, its kind and key */
    boolean mayOwn(String name) {
        return name.startsWith(name(RowType.TEAM.kind, "")) || owners.has(name);
    }

    /** Notes a claim that a row names, and that a later one may be of. */
    void expect(long line, String field, String name) {
        if (!has(name)) {
            expected.add(new Expected(line, field, name));
        }
    }

    /** The claims that were expected in vain. */
    List<Expected> missing() {
        return expected.stream().filter(claim -> !has(claim.name)).toList();
    }

    Optional<Subject> subject(String name) {
        return Optional.ofNullable(subjects.get(name));
    }

    /** @param field what names it, within what is attested */
    record Expected(long line, String field, String name) {

        Problem problem() {
            return Problem.of(ProblemCode.NOT_FOUND, "There is no %s.".formatted(name), "attested", field);
        }
    }

    static String name(String kind, String key) {
        return kind + "/" + key;
    }
}

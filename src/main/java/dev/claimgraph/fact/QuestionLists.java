package dev.claimgraph.fact;

import dev.claimgraph.fact.Question.Status;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.Keyset;
import dev.claimgraph.paging.Listing;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.paging.Pages;
import dev.claimgraph.shared.Actor;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of questions: all of them, those about a subject, and those that wait for the caller. */
@Component
class QuestionLists {

    private static final String FILTER = """
          AND ($subjectIds IS NULL OR q.subjectId IN $subjectIds)
          AND ($text IS NULL OR toLower(properties(q).text) CONTAINS toLower($text))
        """;

    private static final Keyset ALL = Keyset.of("q", "id", """
        MATCH (q:Question) WHERE {within}
        """ + FILTER, "q");

    private static final Keyset ABOUT = Keyset.of("q", "id", """
        UNWIND $subjectIds AS subjectId
        MATCH (q:Question {subjectId: subjectId}) WHERE q.id IS NOT NULL
        WITH DISTINCT q
        WHERE {within} AND ($statuses IS NULL OR q.status IN $statuses)
          AND ($owners IS NULL OR q.ownerId IN $owners)
        """ + FILTER, "q");

    private static final String OWNED = """
        UNWIND $owners AS owner
        UNWIND $statuses AS status
        CALL (owner, status) {
          MATCH (q:Question)
          USING INDEX SEEK q:Question(ownerId, status, id)
          WHERE q.ownerId = owner AND q.status = status AND {within}
        """ + FILTER + "RETURN q ORDER BY ";

    /** The planner cannot order once more by what an index gave it, so the id is read another way. */
    private static final String MERGED = """
         LIMIT $limit
        }
        WITH q, properties(q).id AS id ORDER BY\s\
        """;

    private static final String ITEM = " LIMIT $limit RETURN q AS item";

    private static final Keyset OLDEST_FIRST =
            Keyset.of("q", "id", OWNED + "q.ownerId, q.status, q.id" + MERGED + "id" + ITEM);

    private static final Keyset NEWEST_FIRST =
            Keyset.of("q", "id", OWNED + "q.ownerId DESC, q.status DESC, q.id DESC" + MERGED + "id DESC" + ITEM);

    private static final String OWNED_COUNT = """
        MATCH (q:Question)
        WHERE q.ownerId IN $owners AND q.status IN $statuses AND q.id IS NOT NULL
        """ + FILTER + "RETURN count(*) AS total";

    /** Of each owner and status no more than a page, in the index's order, which names all of its properties, however many wait. */
    private static final Keyset IN_QUEUE =
            new Keyset(OLDEST_FIRST.smallestFirst(), NEWEST_FIRST.largestFirst(), OWNED_COUNT);

    private static final String OF_STATUS = """
        UNWIND $statuses AS status
        CALL (status) {
          MATCH (q:Question)
          USING INDEX SEEK q:Question(status, id)
          WHERE q.status = status AND {within}
        """ + FILTER + "RETURN q ORDER BY ";

    private static final Keyset OF_STATUS_OLDEST_FIRST =
            Keyset.of("q", "id", OF_STATUS + "q.status, q.id" + MERGED + "id" + ITEM);

    private static final Keyset OF_STATUS_NEWEST_FIRST =
            Keyset.of("q", "id", OF_STATUS + "q.status DESC, q.id DESC" + MERGED + "id DESC" + ITEM);

    private static final String OF_STATUS_COUNT = """
        MATCH (q:Question)
        WHERE q.status IN $statuses AND q.id IS NOT NULL
        """ + FILTER + "RETURN count(*) AS total";

    /** Of each status no more than a page, as in the queue. */
    private static final Keyset WITH_STATUS =
            new Keyset(OF_STATUS_OLDEST_FIRST.smallestFirst(), OF_STATUS_NEWEST_FIRST.largestFirst(), OF_STATUS_COUNT);

    private static final String UNDER = """
        UNWIND $ids AS id
        CALL (id) {
          MATCH (q:Question {subjectId: id}) WHERE q.id IS NOT NULL
          WITH DISTINCT q WHERE {within}
          WITH q ORDER BY {order} LIMIT $limit
          RETURN collect(q) AS items
        }
        RETURN id, items, CASE WHEN $counted THEN COUNT {
          MATCH (q:Question {subjectId: id}) WHERE q.id IS NOT NULL } END AS total
        """;

    private final Pages pages;
    private final Clock clock;
    private final Listing<Question> underSubject;

    QuestionLists(Pages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
        this.underSubject = listing(Keyset.of("q", "id", UNDER));
    }

    Connection<Question> questions(Actor actor, @Nullable QuestionFilter filter, PageRequest page) {
        var wanted = filter == null ? QuestionFilter.NONE : filter;
        return pages.list(listing(startOf(wanted)), page, wanted.parameters(actor));
    }

    Map<String, Connection<Question>> about(Collection<String> subjectIds, PageRequest page) {
        return pages.under(underSubject, subjectIds, page, Map.of());
    }

    private static Keyset startOf(QuestionFilter filter) {
        if (filter.subjectIds() != null) {
            return ABOUT;
        }
        if (filter.isForMe()) {
            return IN_QUEUE;
        }
        return filter.status() == null ? ALL : WITH_STATUS;
    }

    private Listing<Question> listing(Keyset questions) {
        return Listing.byId(questions, row -> Question.from(row, clock.instant()), Question::id);
    }

    /** Which questions a list shows. */
    record QuestionFilter(
            @Nullable List<Status> status,
            @Nullable List<String> subjectIds,
            @Nullable String text,
            @Nullable Boolean forMe) {

        static final QuestionFilter NONE = new QuestionFilter(null, null, null, null);

        boolean isForMe() {
            return Boolean.TRUE.equals(forMe);
        }

        Map<String, Object> parameters(Actor actor) {
            var parameters = new HashMap<String, Object>();
            var every = isForMe() && status == null;
            parameters.put(
                    "statuses",
                    every ? names(Stream.of(Status.values())) : status == null ? null : names(status.stream()));
            parameters.put(
                    "subjectIds",
                    subjectIds == null ? null : subjectIds.stream().distinct().toList());
            parameters.put("text", text);
            parameters.put("owners", isForMe() ? List.copyOf(actor.answersFor()) : null);
            return parameters;
        }

        private static List<String> names(Stream<Status> statuses) {
            return statuses.distinct().map(Enum::name).toList();
        }
    }
}

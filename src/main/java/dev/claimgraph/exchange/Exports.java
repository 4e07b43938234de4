package dev.claimgraph.exchange;

import dev.claimgraph.access.Owners;
import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.access.Team;
import dev.claimgraph.access.Teams;
import dev.claimgraph.catalog.PastSubjects;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.claim.PastClaims;
import dev.claimgraph.claim.Usage;
import dev.claimgraph.exchange.Everything.Named;
import dev.claimgraph.fact.PastFacts;
import dev.claimgraph.history.Past;
import dev.claimgraph.shared.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes all that an import takes, as it was at one moment by the log, whatever is written meanwhile; who may answer for it, as they
 * are. Equal graphs give equal files: things are known by their keys, and stand in the order of these.
 */
@Component
class Exports {

    private static final int PAGE = 500;

    private final Everything everything;
    private final Past past;
    private final People people;
    private final Teams teams;
    private final Owners owners;
    private final Subjects subjects;
    private final PastSubjects pastSubjects;
    private final PastFacts facts;
    private final PastClaims claims;

    Exports(
            Everything everything,
            Past past,
            People people,
            Teams teams,
            Owners owners,
            Subjects subjects,
            PastSubjects pastSubjects,
            PastFacts facts,
            PastClaims claims) {
        this.everything = everything;
        this.past = past;
        this.people = people;
        this.teams = teams;
        this.owners = owners;
        this.subjects = subjects;
        this.pastSubjects = pastSubjects;
        this.facts = facts;
        this.claims = claims;
    }

    /** Whether there is nothing to export but people. */
    boolean isEmpty() {
        return everything.size() == 0 && teams.rolls().isEmpty();
    }

    /** About how many rows there are. */
    long size() {
        return everything.size();
    }

    /**
     * @param progress told of each number of rows that is written
     * @return the moment that it is of, and how many rows it has
     */
    Written run(Writer file, LongConsumer progress) {
        var written = new Lines(file, progress);
        var moment = past.now();
        var rolls = teams.rolls();
        people(written);
        written.add(rolls.stream().map(Exported::team));
        everything.each(RowType.PRODUCT, page -> products(page, moment, written));
        for (var type : List.of(RowType.PERSONA, RowType.FEATURE, RowType.MARKET_PROBLEM, RowType.COMPETITOR)) {
            everything.each(type, page -> subjects(page, moment, written));
        }
        everything.each(RowType.FACT, page -> facts(page, moment, written));
        everything.each(RowType.CLAIM, page -> claims(page, moment, written));
        everything.each(RowType.CLAIM, page -> usages(page, moment, written));
        return new Written(moment, written.count);
    }

    private void people(Lines written) {
        var page = people.whoMayAnswer("", PAGE);
        while (!page.isEmpty()) {
            written.add(page.stream().map(Exported::person));
            page = people.whoMayAnswer(page.getLast().account(), PAGE);
        }
    }

    private void products(List<Named> page, Instant moment, Lines written) {
        var products = new HashMap<String, ProductThen>();
        past.at(moment, ids(page))
                .forEach((id, change) -> products.put(id, Json.read(change.after(), ProductThen.class)));
        var names = new Names(Map.of(), owners(products.values().stream().map(ProductThen::ownerId)));
        written.add(there(page, products).map(product -> Exported.product(product, names)));
    }

    private void subjects(List<Named> page, Instant moment, Lines written) {
        var found = pastSubjects.asOf(moment, ids(page));
        var present = subjects.byId(found.keySet());
        var links = everything.names(found.values().stream()
                .flatMap(subject -> Stream.of(
                                subject.personaIds(),
                                subject.featureIds(),
                                Stream.ofNullable(subject.productId()).toList())
                        .flatMap(List::stream))
                .distinct()
                .toList());
        Function<String, @Nullable String> ownerId = id -> {
            var subject = Objects.requireNonNull(found.get(id));
            return subject.ownOwnerId() != null || subject.type() == SubjectType.FEATURE
                    ? subject.ownOwnerId()
                    : Objects.requireNonNull(present.get(id)).ownerId();
        };
        var names = new Names(links, owners(found.keySet().stream().map(ownerId)));
        written.add(there(page, found).map(subject -> Exported.subject(subject, ownerId.apply(subject.id()), names)));
    }

    private void facts(List<Named> page, Instant moment, Lines written) {
        var found = facts.asOf(moment, ids(page));
        var names = new Names(
                everything.names(found.values().stream()
                        .map(fact -> fact.subjectId())
                        .distinct()
                        .toList()),
                Map.of());
        written.add(page.stream()
                .filter(fact -> found.containsKey(fact.id()))
                .map(fact -> Exported.fact(fact.name(), Objects.requireNonNull(found.get(fact.id())), names)));
    }

    private void claims(List<Named> page, Instant moment, Lines written) {
        var found = claims.asOf(moment, ids(page));
        var named = found.values().stream().flatMap(Exported::named).distinct().toList();
        var names = new Names(everything.names(named), Map.of());
        written.add(page.stream()
                .filter(claim -> found.containsKey(claim.id()))
                .map(claim -> Exported.claim(claim.name(), Objects.requireNonNull(found.get(claim.id())), names)));
    }

    private void usages(List<Named> page, Instant moment, Lines written) {
        var places = past.at(moment, everything.usages(ids(page))).values().stream()
                .map(change -> Json.read(change.after(), Usage.class))
                .sorted(Comparator.comparing(usage -> usage.url().toString()))
                .collect(Collectors.groupingBy(Usage::claimId));
        written.add(page.stream()
                .flatMap(claim -> places.getOrDefault(claim.id(), List.of()).stream()
                        .map(usage -> Exported.usage(claim.name(), usage))));
    }

    /** As files name them. */
    private Map<String, String> owners(Stream<@Nullable String> ids) {
        var names = new HashMap<String, String>();
        owners.byId(ids.filter(Objects::nonNull).distinct().toList())
                .forEach((id, owner) -> names.put(
                        id,
                        switch (owner) {
                            case Person person -> Coming.name(RowType.PERSON.kind, person.account());
                            case Team team -> Coming.name(RowType.TEAM.kind, team.key());
                        }));
        return names;
    }

    private static List<String> ids(Collection<Named> page) {
        return page.stream().map(Named::id).toList();
    }

    /** Those of a page that there were, in its order. */
    private static <T> Stream<T> there(List<Named> page, Map<String, T> found) {
        return page.stream().map(named -> found.get(named.id())).filter(Objects::nonNull);
    }

    /** What was written. */
    record Written(Instant asOf, long rows) {}

    /** A product as the log has it. */
    record ProductThen(String key, String name, @Nullable String description, String ownerId) {}

    /** What files call things, and owners, by their ids. */
    record Names(Map<String, String> things, Map<String, String> owners) {

        String of(String id) {
            return Objects.requireNonNull(things.get(id));
        }

        List<String> of(List<String> ids) {
            return ids.stream().map(this::of).sorted().toList();
        }

        @Nullable
        String owner(@Nullable String id) {
            return id == null ? null : owners.get(id);
        }
    }

    /** Rows on their way into the file. */
    private static final class Lines {

        private final Writer file;
        private final LongConsumer progress;
        private long count;

        Lines(Writer file, LongConsumer progress) {
            this.file = file;
            this.progress = progress;
        }

        void add(Stream<Map<String, Object>> rows) {
            rows.forEach(row -> {
                try {
                    file.write(JsonRows.JSON.writeValueAsString(row) + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                count++;
            });
            progress.accept(count);
        }
    }
}

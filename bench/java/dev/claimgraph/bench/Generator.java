package dev.claimgraph.bench;

import dev.claimgraph.access.GeneratedPeople;
import dev.claimgraph.access.Person;
import dev.claimgraph.catalog.GeneratedSubjects;
import dev.claimgraph.catalog.Subject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.claim.GeneratedClaims;
import dev.claimgraph.fact.Fact;
import dev.claimgraph.fact.GeneratedFacts;
import dev.claimgraph.graph.GraphServer;
import dev.claimgraph.history.ChangeRows;
import dev.claimgraph.search.GeneratedWordings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;

/** Writes a generated library into an empty graph, page by page, as the doors would leave it. */
final class Generator {

    /** Moves with every change of what is written. */
    static final int VERSION = 1;

    private static final int TEXTS = 7;
    private static final int FEATURES_AT_ONCE = 50;
    private static final int CLAIMS_AT_ONCE = 1_000;

    private final Driver driver;
    private final Scale scale;
    private final GeneratedWordings wordings;
    private final ChangeRows changes = new ChangeRows();

    private Generator(Driver driver, Scale scale, GeneratedWordings wordings) {
        this.driver = driver;
        this.scale = scale;
        this.wordings = wordings;
    }

    static void run(Driver driver, Scale scale, GeneratedWordings wordings) {
        var start = System.nanoTime();
        GraphServer.migrate(driver);
        new Generator(driver, scale, wordings).write();
        driver.executableQuery("CALL db.awaitIndexes(3600)").execute();
        System.out.printf("%,d claims generated in %d s%n", scale.claims(), (System.nanoTime() - start) / 1_000_000_000);
    }

    /** What the first claims say. */
    static List<String> texts(int count) {
        var writer = new Copywriter(TEXTS);
        return IntStream.range(0, count).mapToObj(place -> writer.claim()).toList();
    }

    private void write() {
        var people = GeneratedPeople.of(place -> Seed.id("person", place), changes, Seed.WRITTEN);
        write(GenerationCypher.PEOPLE, people.stream().map(Generator::row).toList());
        var subjects = new GeneratedSubjects(person(people, "owner"), changes);
        var facts = new GeneratedFacts(person(people, "owner"), changes);
        var product = subjects.product(Seed.id("product", 0), Seed.WRITTEN);
        write(GenerationCypher.PRODUCT, List.of(product));
        var personas = audience(subjects, SubjectType.PERSONA);
        var problems = audience(subjects, SubjectType.MARKET_PROBLEM);
        var recorded = features(subjects, facts, String.valueOf(product.get("id")));
        claims(new GeneratedClaims(person(people, "marketer"), person(people, "approver"), changes), recorded, personas, problems);
        try (var session = driver.session()) {
            session.run(GenerationCypher.LIVE_USAGES).consume();
        }
        driver.executableQuery(GenerationCypher.LOG)
                .withParameters(Map.of("position", changes.position()))
                .execute();
    }

    private List<Subject> audience(GeneratedSubjects subjects, SubjectType type) {
        var audience = new ArrayList<Subject>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < scale.audiences(); i++) {
            var subject = subjects.audience(Seed.id(type.kind(), i), type, i, Seed.WRITTEN);
            audience.add(subject);
            wordings.add(subject);
            rows.add(subjects.row(subject));
        }
        worded(rows);
        write(GenerationCypher.SUBJECTS, rows);
        return audience;
    }

    /** @return all facts, in the order of their places */
    private List<Fact> features(GeneratedSubjects subjects, GeneratedFacts facts, String productId) {
        var all = new ArrayList<Fact>();
        var subjectRows = new ArrayList<Map<String, Object>>();
        var factRows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < scale.features(); i++) {
            var feature = subjects.feature(Seed.id("feature", i), i, productId, Scale.ATTRIBUTES, Seed.WRITTEN);
            wordings.add(feature);
            subjectRows.add(subjects.row(feature));
            for (var place = 0; place < Scale.FACTS_A_FEATURE; place++) {
                var statement = "Feature %d does thing %d with files of 50 GB.".formatted(i, place);
                var attribute = Scale.ATTRIBUTES.get(place);
                var fact = facts.verified(Seed.id("fact", all.size()), feature, statement, attribute, Seed.WRITTEN);
                all.add(fact.fact());
                wordings.add(fact.fact());
                factRows.add(new HashMap<>(fact.row()));
            }
            if (subjectRows.size() == FEATURES_AT_ONCE || i == scale.features() - 1) {
                worded(subjectRows, factRows);
                write(GenerationCypher.SUBJECTS, subjectRows);
                write(GenerationCypher.FACTS, factRows);
                subjectRows.clear();
                factRows.clear();
            }
        }
        return all;
    }

    private void claims(GeneratedClaims claims, List<Fact> facts, List<Subject> personas, List<Subject> problems) {
        var writer = new Copywriter(TEXTS);
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < scale.claims(); i++) {
            var place = scale.claim(i);
            var claim = claims.approved(
                    Seed.id("claim", i),
                    writer.claim(),
                    place.facts().stream().map(facts::get).toList(),
                    personas.get(place.persona()),
                    problems.get(place.problem()),
                    Seed.WRITTEN);
            wordings.add(claim);
            rows.add(claims.row(claim, Seed.id("usage", i), "https://www.example.com/" + i));
            if (rows.size() == CLAIMS_AT_ONCE || i == scale.claims() - 1) {
                worded(rows);
                write(GenerationCypher.CLAIMS, rows);
                rows.clear();
            }
        }
    }

    @SafeVarargs
    private void worded(List<Map<String, Object>>... pages) {
        var byId = wordings.taken();
        for (var page : pages) {
            page.forEach(row -> row.put("wordings", byId.get(String.valueOf(row.get("id")))));
        }
    }

    /** With the changes that were noted meanwhile. */
    private void write(String cypher, List<Map<String, Object>> rows) {
        var noted = changes.taken();
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> {
                transaction.run(cypher, Map.of("rows", rows)).consume();
                transaction.run(GenerationCypher.CHANGES, Map.of("rows", noted)).consume();
            });
        }
    }

    private static Person person(List<Person> people, String account) {
        return people.stream()
                .filter(person -> person.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> row(Person person) {
        return Map.of(
                "id", person.id(),
                "account", person.account(),
                "name", person.name(),
                "roles", List.copyOf(new TreeSet<>(person.roles().stream().map(Enum::name).toList())));
    }
}

package dev.claimgraph.bench;

import dev.claimgraph.access.People;
import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.FactInputs;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.neo4j.driver.Driver;
import org.springframework.context.ApplicationContext;

/**
 * A generated library: ten facts a feature, two facts a claim, and one feature that carries a tenth of all claims. Features and
 * facts come through the doors; claims, which would take an hour that way, as the doors would leave them, but for {@link Wordings}.
 *
 * @param texts of the claims, in their order
 * @param busy the feature under a tenth of all claims
 * @param quiet a feature under fifty claims
 */
record Library(List<String> claims, List<String> texts, String busy, String quiet) {

    private static final int FACTS_A_FEATURE = 10;
    private static final int QUIET_CLAIMS = 50;
    private static final int SEED = 7;

    private static final String CLAIMS = """
            UNWIND $rows AS row
            CREATE (c:Claim)
            SET c = row.properties
            WITH c, row
            CALL (c, row) {
              UNWIND range(0, size(row.facts) - 1) AS place
              MATCH (f:Fact {id: row.facts[place]})
              CREATE (c)-[:SUBSTANTIATED_BY {place: place, stamp: f.statementPrint}]->(f)
              SET f.liveUsages = f.liveUsages + 1
            }
            CALL (c, row) {
              MATCH (s:Persona {id: row.persona})
              CREATE (c)-[:SPEAKS_TO]->(s)
            }
            CALL (c, row) {
              MATCH (s:MarketProblem {id: row.problem})
              CREATE (c)-[:ADDRESSES]->(s)
            }
            CREATE (u:Usage)-[:OF]->(c)
            SET u = row.usage
            """;

    static Library generate(ApplicationContext context, Driver driver, int claims, int busy) {
        var start = System.nanoTime();
        var people = context.getBean(People.class);
        var owner = people.actor("owner").orElseThrow();
        var subjects = context.getBean(Subjects.class);
        var facts = context.getBean(Facts.class);
        var product = context.getBean(Products.class)
                .create(owner, new Products.CreateProduct("bench", "Bench", null, null, null));
        var features = new ArrayList<String>();
        var factsByFeature = new HashMap<String, List<String>>();
        for (var i = 0; i < Math.max(20, claims / 200); i++) {
            var attributes = new ArrayList<AttributeInput>();
            for (var a = 0; a < FACTS_A_FEATURE; a++) {
                attributes.add(new AttributeInput("a" + a, Map.of("number", Map.of("value", 50, "unit", "GB"))));
            }
            var feature = subjects.create(
                            owner,
                            SubjectType.FEATURE,
                            new CreateSubject(
                                    product.id(), "feature-" + i, "Feature " + i, null, null, attributes, null, null, null, null))
                    .id();
            features.add(feature);
            var ids = new ArrayList<String>();
            for (var f = 0; f < FACTS_A_FEATURE; f++) {
                var fact = facts.record(
                        owner,
                        new FactInputs.RecordFact(
                                null,
                                feature,
                                "Feature %d does thing %d with files of 50 GB.".formatted(i, f),
                                FactKind.LIMIT,
                                List.of("a" + f),
                                null,
                                null,
                                null,
                                null,
                                null));
                facts.verify(
                        owner,
                        new FactInputs.VerifyFact(fact.id(), fact.basis(), Decision.VERIFIED, null, null, null));
                ids.add(fact.id());
            }
            factsByFeature.put(feature, ids);
        }
        var audience = audience(subjects, owner);
        var texts = new Copywriter(SEED).claims(claims);
        var ids = write(driver, texts, busy, features, factsByFeature, audience, people);
        System.out.printf("generated in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
        return new Library(ids, texts, features.get(0), features.get(1));
    }

    private static Map<SubjectType, List<String>> audience(Subjects subjects, Actor owner) {
        var audience = new HashMap<SubjectType, List<String>>();
        for (var type : List.of(SubjectType.PERSONA, SubjectType.MARKET_PROBLEM)) {
            var ids = new ArrayList<String>();
            for (var i = 0; i < 50; i++) {
                ids.add(subjects.create(
                                owner,
                                type,
                                new CreateSubject(
                                        null, "audience-" + i, "Audience " + i, null, null, null, null, null, null, null))
                        .id());
            }
            audience.put(type, ids);
        }
        return audience;
    }

    private static List<String> write(
            Driver driver,
            List<String> texts,
            int busy,
            List<String> features,
            Map<String, List<String>> facts,
            Map<SubjectType, List<String>> audience,
            People people) {
        var random = new Random(SEED);
        var marketer = people.actor("marketer").orElseThrow().id();
        var now = ZonedDateTime.now(ZoneOffset.UTC);
        var ids = new ArrayList<String>();
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < texts.size(); i++) {
            var feature = i % busy == 0 ? 0 : i < QUIET_CLAIMS * busy / (busy - 1) ? 1 : 2 + random.nextInt(features.size() - 2);
            var standsOn = facts.get(features.get(feature));
            var id = Id.next("claim");
            ids.add(id);
            var first = feature < 2 ? 0 : random.nextInt(FACTS_A_FEATURE);
            rows.add(Map.of(
                    "properties", Map.ofEntries(
                            Map.entry("id", id),
                            Map.entry("text", texts.get(i)),
                            Map.entry("kind", "FACTUAL"),
                            Map.entry("status", "APPROVED"),
                            Map.entry("liveUsages", 1),
                            Map.entry("qualifiers", List.of("On paid plans.")),
                            Map.entry("revision", 1),
                            Map.entry("authorId", marketer),
                            Map.entry("writerIds", List.of(marketer)),
                            Map.entry("writtenAt", now),
                            Map.entry("writtenBy", marketer),
                            Map.entry("createdAt", now),
                            Map.entry("updatedAt", now)),
                    "facts", List.of(standsOn.get(first), standsOn.get((first + 1) % FACTS_A_FEATURE)),
                    "persona", audience.get(SubjectType.PERSONA).get(random.nextInt(50)),
                    "problem", audience.get(SubjectType.MARKET_PROBLEM).get(random.nextInt(50)),
                    "usage", Map.of(
                            "id", Id.next("usage"),
                            "claimId", id,
                            "url", "https://www.example.com/" + i,
                            "channel", "web",
                            "firstSeen", now,
                            "lastSeen", now)));
            if (rows.size() == 2_000 || i == texts.size() - 1) {
                driver.executableQuery(CLAIMS).withParameters(Map.of("rows", rows)).execute();
                rows.clear();
            }
        }
        return ids;
    }
}

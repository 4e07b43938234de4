package dev.claimgraph.bench;

import dev.claimgraph.access.People;
import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.catalog.CreateSubject;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.catalog.Subjects;
import dev.claimgraph.fact.FactInputs;
import dev.claimgraph.fact.FactKind;
import dev.claimgraph.fact.Facts;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.springframework.context.ApplicationContext;

/** The first page of the verification queue where 10,000 facts wait for one owner beside one where 100 do. Goal: at most 3 times as long. */
final class QueueBench {

    private static final int MANY = 10_000;
    private static final int FEW = 100;
    private static final int FACTS_A_FEATURE = 50;
    private static final int WARM_UP = 500;

    private static final String PAGE = """
            query($first: Int) {
              verificationQueue(first: $first) {
                nodes {
                  leverage
                  fact { id statement standing basis subject { key name } }
                  changes { attribute before after }
                }
                pageInfo { hasNextPage endCursor }
              }
            }
            """;
    private static final String TOTAL = "{ verificationQueue { totalCount } }";

    /** As usages would leave them. */
    private static final String WEIGH =
            "MATCH (f:Fact) WHERE f.id IN $ids SET f.liveUsages = toInteger(rand() * 50)";

    /** As a verification whose validity has run out would. */
    private static final String LAPSE = """
            MATCH (f:Fact) WHERE f.id IN $ids
            SET f.state = 'VERIFIED', f.validUntil = datetime() - duration({minutes: toInteger(rand() * 100000)})
            """;

    private QueueBench() {}

    static void run(ApplicationContext context, Driver driver, Http http, Options options) {
        var many = waiting(context, "owner", MANY);
        var few = waiting(context, "admin", FEW);
        var all = new ArrayList<>(many);
        all.addAll(few);
        driver.executableQuery(WEIGH).withParameters(Map.of("ids", all)).execute();
        measure("UNVERIFIED", http, options);
        driver.executableQuery(LAPSE).withParameters(Map.of("ids", all)).execute();
        measure("LAPSED", http, options);
    }

    private static void measure(String what, Http http, Options options) {
        var owner = http.as("owner");
        var admin = http.as("admin");
        System.out.printf(
                "%nThe first page of the verification queue, all of it %s: %,d beside %,d%n", what, total(owner), total(admin));
        for (var i = 0; i < WARM_UP; i++) {
            page(owner);
            page(admin);
        }
        var manyTimes = new ArrayList<Double>();
        var fewTimes = new ArrayList<Double>();
        for (var i = 0; i < 100 * options.rounds(); i++) {
            manyTimes.add(page(owner));
            fewTimes.add(page(admin));
        }
        var slow = Figures.median(manyTimes);
        var fast = Figures.median(fewTimes);
        System.out.printf("many %.2f ms, few %.2f ms, ratio %.2f (goal: at most 3)%n", slow, fast, slow / fast);
    }

    private static long total(Http.Caller caller) {
        return caller.ask(TOTAL, Map.of()).at("/verificationQueue/totalCount").asLong();
    }

    private static double page(Http.Caller caller) {
        var start = System.nanoTime();
        caller.send(PAGE, Map.of("first", 20));
        return (System.nanoTime() - start) / 1e6;
    }

    /** @return the facts that wait for this account, which nobody has verified */
    private static List<String> waiting(ApplicationContext context, String account, int count) {
        var actor = context.getBean(People.class).actor(account).orElseThrow();
        var product = context.getBean(Products.class)
                .create(actor, new Products.CreateProduct("queue-" + account, "Queue", null, null, null))
                .id();
        var ids = new ArrayList<String>();
        while (ids.size() < count) {
            context.getBean(ChangeLog.class).writeAtLength(() -> ids.addAll(facts(context, actor, product, ids.size())));
        }
        return ids;
    }

    private static List<String> facts(ApplicationContext context, Actor actor, String product, int number) {
        var key = "queue-%s-%d".formatted(actor.name(), number).replace(' ', '-');
        var size = new AttributeInput("size", Map.of("number", Map.of("value", 50, "unit", "GB")));
        var input = new CreateSubject(product, key, key, null, null, List.of(size), null, null, null, null);
        var feature = context.getBean(Subjects.class)
                .create(actor, SubjectType.FEATURE, input)
                .id();
        var ids = new ArrayList<String>();
        for (var i = 0; i < FACTS_A_FEATURE; i++) {
            var statement = "It does thing %d with files of 50 GB.".formatted(number + i);
            var fact = new FactInputs.RecordFact(
                    null, feature, statement, FactKind.LIMIT, List.of("size"), null, null, null, null, null);
            ids.add(context.getBean(Facts.class).record(actor, fact).id());
        }
        return ids;
    }
}

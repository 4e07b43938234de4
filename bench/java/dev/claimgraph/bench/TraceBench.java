package dev.claimgraph.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trace of a claim over HTTP beside the same answer by one statement through the driver. Goal: half as many a second. */
final class TraceBench {

    private static final int CONNECTIONS = 8;

    private static final JsonMapper JSON = JsonMapper.shared();

    private TraceBench() {}

    static void run(Http http, Driver driver, Library library, Options options) throws Exception {
        System.out.printf("%nThe trace of a claim, at %d connections%n", CONNECTIONS);
        var document = text("trace.graphql");
        var cypher = text("trace.cypher");
        Runner service = service(http, library);
        Runner bare = length -> Load.run(CONNECTIONS, length, () -> {
            var session = driver.session(SessionConfig.forDatabase("neo4j"));
            return () -> session.run(cypher, Map.of("id", any(library.claims()))).single().asMap();
        });
        checkSame(http.as("viewer"), driver, document, cypher, library);
        service.run(options.warmUp());
        bare.run(options.warmUp().dividedBy(2));
        var ratios = new ArrayList<Double>();
        for (var round = 1; round <= options.rounds(); round++) {
            var ours = service.run(options.length());
            var theirs = bare.run(options.length());
            ratios.add(ours.perSecond() / theirs.perSecond());
            System.out.printf("%d: service %s; statement %s; ratio %.2f%n", round, ours, theirs, ratios.getLast());
        }
        System.out.printf("median ratio %.2f (goal: at least 0.5)%n", Figures.median(ratios));
    }

    /** What loads the service with traces for as long as it is told. */
    static Runner service(Http http, Library library) throws Exception {
        var document = text("trace.graphql");
        return length -> Load.run(CONNECTIONS, length, () -> {
            var caller = http.as("viewer");
            return () -> caller.send(document, Map.of("id", any(library.claims())));
        });
    }

    /** Only the fact's basis and the page's cursor, which are tokens of the service's own, are not the statement's too. */
    private static void checkSame(Http.Caller caller, Driver driver, String document, String cypher, Library library) {
        for (var i = 0; i < 100; i++) {
            var parameters = Map.<String, Object>of("id", any(library.claims()));
            var ours = caller.ask(document, parameters).get("claim");
            var record = driver.executableQuery(cypher).withParameters(parameters).execute().records().getFirst();
            var theirs = JSON.valueToTree(plain(record.get("claim").asObject()));
            if (!holds(theirs, ours)) {
                throw new IllegalStateException("Not the same answer:%n%s%n%s".formatted(ours, theirs));
            }
        }
    }

    /** Whether all that the service says is in the statement's answer. */
    private static boolean holds(JsonNode theirs, JsonNode ours) {
        if (ours.isArray()) {
            return theirs.size() == ours.size()
                    && IntStream.range(0, ours.size()).allMatch(i -> holds(theirs.get(i), ours.get(i)));
        }
        if (ours.has("nodes")) {
            return holds(theirs, ours.get("nodes"));
        }
        return ours.isObject()
                ? ours.propertyNames().stream()
                        .filter(name -> !name.equals("basis"))
                        .allMatch(name -> theirs.has(name) && holds(theirs.get(name), ours.get(name)))
                : ours.equals(theirs);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                var plain = new HashMap<String, Object>();
                fields.forEach((name, field) -> plain.put((String) name, field == null ? null : plain(field)));
                yield plain;
            }
            case List<?> items -> items.stream().map(TraceBench::plain).toList();
            case ZonedDateTime time -> time.toInstant().toString();
            case LocalDate day -> day.toString();
            case Long number -> number.intValue();
            default -> value;
        };
    }

    private static String any(List<String> ids) {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }

    private static String text(String file) throws Exception {
        return new FileSystemResource("bench/" + file).getContentAsString(StandardCharsets.UTF_8);
    }

    /** A load that is put on for a while. */
    @FunctionalInterface
    interface Runner {
        Load.Result run(Duration length) throws Exception;
    }
}

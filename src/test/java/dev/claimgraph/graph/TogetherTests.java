package dev.claimgraph.graph;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.shared.BadArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Bookmark;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What several requests ask for at once is read by one statement, and each is answered as if it had asked alone. */
@ClaimgraphTest
class TogetherTests {

    private static final int ABREAST = Runtime.getRuntime().availableProcessors();
    private static final String NOTHING = "nothing";
    private static final String BAD = "bad";

    private final Neo4jClient neo4j;
    private final TransactionTemplate transaction;
    private final List<Statement> statements = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(ABREAST);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Together<String, String, String> together = new Together<>(this::read);

    TogetherTests(Neo4jClient neo4j, TransactionTemplate transaction) {
        this.neo4j = neo4j;
        this.transaction = transaction;
    }

    @AfterEach
    void nobodyIsHeld() {
        released.countDown();
    }

    @Test
    void whoIsAloneDoesNotWait() {
        assertThat(together.read("", "one")).hasValue("one");
        assertThat(together.read("", NOTHING)).isEmpty();
        assertThat(statements).extracting(Statement::keys).containsExactly(List.of("one"), List.of(NOTHING));
    }

    @Test
    void whoAsksWhileAllAreBusyIsReadWithAllWhoDo() throws Exception {
        allAreBusy();
        var asked =
                asking(() -> together.read("", "one"), () -> together.read("", "two"), () -> together.read("", "two"));
        released.countDown();
        assertThat(asked.get(0).get()).hasValue("one");
        assertThat(asked.get(1).get()).hasValue("two");
        assertThat(asked.get(2).get()).hasValue("two");
        assertThat(statements).extracting(Statement::keys).last().isEqualTo(List.of("one", "two"));
        assertThat(statements).hasSize(ABREAST + 1);
    }

    @Test
    void whatIsNotAlikeIsReadApart() throws Exception {
        allAreBusy();
        var asked = asking(() -> together.read("loud ", "one"), () -> together.read("soft ", "one"));
        released.countDown();
        assertThat(asked.get(0).get()).hasValue("loud one");
        assertThat(asked.get(1).get()).hasValue("soft one");
        assertThat(statements).extracting(Statement::alike).contains("loud ", "soft ");
    }

    @Test
    void nobodyFailsForWhatAnotherAsked() throws Exception {
        allAreBusy();
        var asked = asking(() -> together.read("", "one"), () -> together.read("", BAD));
        released.countDown();
        assertThat(asked.get(0).get()).hasValue("one");
        assertThatThrownBy(asked.get(1)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(BadArgument.class);
        assertThatThrownBy(() -> together.read("", BAD)).isInstanceOf(BadArgument.class);
        assertThat(together.read("", "after it")).hasValue("after it");
    }

    @Test
    void itIsReadAtWhatAnyOfThemHasSeen() throws Exception {
        allAreBusy();
        var asked = asking(
                () -> reading("one", Set.of(Bookmark.from("a"))), () -> reading("two", Set.of(Bookmark.from("b"))));
        released.countDown();
        for (var one : asked) {
            one.get();
        }
        assertThat(statements)
                .extracting(Statement::seen)
                .last()
                .isEqualTo(Set.of(Bookmark.from("a"), Bookmark.from("b")));
    }

    @Test
    void withinATransactionItIsReadAsThatHasIt() {
        var inGraph = new Together<String, String, String>((label, keys) -> neo4j
                .query("UNWIND $keys AS key MATCH (n:Unread {key: key}) RETURN n.key AS key")
                .bind(keys)
                .to("keys")
                .fetchAs(String.class)
                .all()
                .stream()
                .collect(toMap(key -> key, key -> key)));
        transaction.executeWithoutResult(status -> {
            neo4j.query("CREATE (:Unread {key: 'written here'})").run();
            assertThat(inGraph.read("", "written here")).hasValue("written here");
            status.setRollbackOnly();
        });
        assertThat(inGraph.read("", "written here")).isEmpty();
    }

    @Test
    void whoeverAsksWhateverIsAnsweredAsIfAlone() throws Exception {
        var random = new Random(7);
        released.countDown();
        var asked = IntStream.range(0, 2_000)
                .mapToObj(i -> List.of(
                        "alike %d ".formatted(random.nextInt(3)),
                        List.of(NOTHING, BAD, "a", "b", "c").get(random.nextInt(5))))
                .toList();
        var answers = new ArrayList<FutureTask<Optional<String>>>();
        for (var each : asked) {
            var answer = new FutureTask<>(() -> together.read(each.get(0), each.get(1)));
            answers.add(answer);
            Thread.ofVirtual().start(answer);
        }
        for (var i = 0; i < asked.size(); i++) {
            var answer = answers.get(i);
            switch (asked.get(i).get(1)) {
                case BAD -> assertThatThrownBy(answer::get).hasCauseInstanceOf(BadArgument.class);
                case NOTHING -> assertThat(answer.get()).isEmpty();
                default -> assertThat(answer.get()).hasValue(String.join("", asked.get(i)));
            }
        }
    }

    private Optional<String> reading(String key, Set<Bookmark> before) {
        return new Seen(before).during(() -> together.read("", key));
    }

    private Map<String, String> read(String alike, List<String> keys) {
        statements.add(new Statement(alike, keys, Seen.before()));
        if (keys.contains("held")) {
            held.countDown();
            waitFor(released);
        }
        if (keys.contains(BAD)) {
            throw new BadArgument("it is bad.");
        }
        return keys.stream().filter(key -> !key.equals(NOTHING)).collect(toMap(key -> key, key -> alike + key));
    }

    private void allAreBusy() {
        for (var others = ABREAST - 1L; others >= 0; others--) {
            var left = others;
            Thread.ofVirtual().start(() -> together.read("", "held"));
            await().until(() -> held.getCount() == left);
        }
    }

    /** Those who ask in this order, once they all wait. */
    @SafeVarargs
    private static List<FutureTask<Optional<String>>> asking(Callable<Optional<String>>... reads) {
        var tasks = new ArrayList<FutureTask<Optional<String>>>();
        for (var read : reads) {
            var task = new FutureTask<>(read);
            var thread = Thread.ofPlatform().daemon().start(task);
            await().until(() -> thread.getState() == Thread.State.WAITING);
            tasks.add(task);
        }
        return tasks;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Statement(String alike, List<String> keys, Set<Bookmark> seen) {}
}

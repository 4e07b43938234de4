package dev.claimgraph.graph;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.claimgraph.ClaimgraphTest;
import dev.claimgraph.shared.BadArgument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
    private static final String BROKEN = "broken";

    private final Neo4jClient neo4j;
    private final TransactionTemplate transaction;
    private final List<Statement> statements = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(ABREAST);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Together<String, String> together = new Together<>(this::read, Duration.ofMinutes(1));
    private final Together<String, String> impatient = new Together<>(this::read, Duration.ofMillis(500));

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
        assertThat(asking("one")).hasValue("one");
        assertThat(asking(NOTHING)).isEmpty();
        assertThat(statements).extracting(Statement::keys).containsExactly(List.of("one"), List.of(NOTHING));
    }

    @Test
    void whoAsksWhileAllAreBusyIsReadWithAllWhoDo() throws Exception {
        allAreBusy();
        var asked = waiting(() -> asking("one"), () -> asking("two"), () -> asking("two"), () -> asking(NOTHING));
        released.countDown();
        assertThat(asked.get(0).get()).hasValue("one");
        assertThat(asked.get(1).get()).hasValue("two");
        assertThat(asked.get(2).get()).hasValue("two");
        assertThat(asked.get(3).get()).isEmpty();
        assertThat(statements).extracting(Statement::keys).last().isEqualTo(List.of("one", "two", NOTHING));
        assertThat(statements).hasSize(ABREAST + 1);
    }

    @Test
    void nobodyFailsForWhatAnotherAsked() throws Exception {
        allAreBusy();
        var asked = waiting(() -> asking("one"), () -> asking(BAD), () -> asking(BROKEN));
        released.countDown();
        assertThat(asked.get(0).get()).hasValue("one");
        assertThatThrownBy(asked.get(1)::get).hasCauseInstanceOf(BadArgument.class);
        assertThatThrownBy(asked.get(2)::get).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> asking(BAD)).isInstanceOf(BadArgument.class);
        for (var i = 0; i <= ABREAST; i++) {
            assertThat(asking("after it")).hasValue("after it");
        }
    }

    @Test
    void nobodyWaitsForGoodForWhatAnotherAsked() {
        allAreBusy(impatient);
        assertThat(asking(impatient, "one", Set.of())).hasValue("one");
        assertThat(asking(impatient, "two", Set.of())).hasValue("two");
        assertThat(released.getCount()).isOne();
        released.countDown();
        assertThat(asking(impatient, "after it", Set.of())).hasValue("after it");
        assertThat(statements)
                .filteredOn(statement -> statement.keys.contains("one"))
                .hasSize(1);
    }

    @Test
    void itIsReadAtWhatItsRequestHasSeenAndNoOther() throws Exception {
        allAreBusy();
        var asked = waiting(
                () -> asking("one", Set.of(Bookmark.from("a"))),
                () -> asking("two", Set.of(Bookmark.from("b"))),
                () -> asking("three", Set.of(Bookmark.from("a"))));
        released.countDown();
        for (var one : asked) {
            one.get();
        }
        assertThat(statements)
                .contains(
                        new Statement(List.of("one", "three"), Set.of(Bookmark.from("a"))),
                        new Statement(List.of("two"), Set.of(Bookmark.from("b"))));
    }

    @Test
    void moreThanOneStatementTakesAreReadByMore() throws Exception {
        allAreBusy();
        var asks = IntStream.range(0, 70)
                .<Callable<Optional<String>>>mapToObj(i -> () -> asking("number " + i))
                .toList();
        var asked = waiting(asks);
        released.countDown();
        for (var i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i).get()).hasValue("number " + i);
        }
        assertThat(statements)
                .allSatisfy(statement -> assertThat(statement.keys).hasSizeLessThanOrEqualTo(50));
    }

    @Test
    void withinATransactionItIsReadAsThatHasIt() {
        var inGraph = new Together<String, String>(keys -> neo4j
                .query("UNWIND $keys AS key MATCH (n:Unread {key: key}) RETURN n.key AS key")
                .bind(keys)
                .to("keys")
                .fetchAs(String.class)
                .all()
                .stream()
                .collect(toMap(key -> key, key -> key)));
        transaction.executeWithoutResult(status -> {
            neo4j.query("CREATE (:Unread {key: 'written here'})").run();
            assertThat(inGraph.read("written here")).hasValue("written here");
            status.setRollbackOnly();
        });
        assertThat(inGraph.read("written here")).isEmpty();
    }

    @Test
    void whoeverAsksWhateverIsAnsweredAsIfAlone() throws Exception {
        var random = new Random(7);
        released.countDown();
        var asked = IntStream.range(0, 2_000)
                .mapToObj(i -> List.of(NOTHING, BAD, "a", "b", "c").get(random.nextInt(5)))
                .toList();
        var answers = new ArrayList<FutureTask<Optional<String>>>();
        for (var each : asked) {
            var seen = Set.of(Bookmark.from("bookmark " + random.nextInt(3)));
            var answer = new FutureTask<>(() -> asking(each, seen));
            answers.add(answer);
            Thread.ofVirtual().start(answer);
        }
        for (var i = 0; i < asked.size(); i++) {
            var answer = answers.get(i);
            switch (asked.get(i)) {
                case BAD -> assertThatThrownBy(answer::get).hasCauseInstanceOf(BadArgument.class);
                case NOTHING -> assertThat(answer.get()).isEmpty();
                default -> assertThat(answer.get()).hasValue(asked.get(i));
            }
        }
    }

    private Optional<String> asking(String key) {
        return asking(key, Set.of());
    }

    private Optional<String> asking(String key, Set<Bookmark> before) {
        return asking(together, key, before);
    }

    private static Optional<String> asking(Together<String, String> whom, String key, Set<Bookmark> before) {
        return new Seen(before).during(() -> whom.read(key));
    }

    private Map<String, String> read(List<String> keys) {
        statements.add(new Statement(keys, Seen.before()));
        if (keys.contains("held")) {
            held.countDown();
            waitFor(released);
        }
        if (keys.contains(BAD)) {
            throw new BadArgument("it is bad.");
        }
        if (keys.contains(BROKEN)) {
            throw new StackOverflowError();
        }
        return keys.stream().filter(key -> !key.equals(NOTHING)).collect(toMap(key -> key, key -> key));
    }

    private void allAreBusy() {
        allAreBusy(together);
    }

    private void allAreBusy(Together<String, String> whom) {
        for (var others = ABREAST - 1L; others >= 0; others--) {
            var left = others;
            Thread.ofVirtual().start(() -> asking(whom, "held", Set.of()));
            await().until(() -> held.getCount() <= left);
        }
    }

    @SafeVarargs
    private static List<FutureTask<Optional<String>>> waiting(Callable<Optional<String>>... reads) {
        return waiting(List.of(reads));
    }

    /** Those who ask in this order, once they all wait. */
    private static List<FutureTask<Optional<String>>> waiting(List<Callable<Optional<String>>> reads) {
        var tasks = new ArrayList<FutureTask<Optional<String>>>();
        for (var read : reads) {
            var task = new FutureTask<>(read);
            var thread = Thread.ofPlatform().daemon().start(task);
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> thread.getState() == Thread.State.WAITING || task.isDone());
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

    private record Statement(List<String> keys, Set<Bookmark> seen) {}
}

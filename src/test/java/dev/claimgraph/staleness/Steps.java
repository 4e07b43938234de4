package dev.claimgraph.staleness;

import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.claim.ClaimKind;
import dev.claimgraph.fact.CheckOperator;
import dev.claimgraph.fact.Decision;
import dev.claimgraph.fact.Evidence.EvidenceKind;
import dev.claimgraph.staleness.Step.To;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes up a sequence of steps from a seed: the same one from the same seed. */
final class Steps {

    static final List<String> STATEMENTS = List.of("It is so.", "It is so, mostly.", "It is so by day.");
    static final List<String> TEXTS = List.of("We do it.", "We do it well.", "We do it best.");

    private static final List<List<String>> NAMES = List.of(
            List.of("size", "size", "tier", "encrypted", "colour"),
            List.of("formats", "version", "since", "colour"),
            List.of("size", "tier"),
            List.of("seats", "tier"));

    private static final int FACTS = 8;

    private final Random random;

    private Steps(long seed) {
        this.random = new Random(seed);
    }

    static List<Step> of(long seed) {
        var steps = new Steps(seed);
        var sequence = new ArrayList<Step>();
        var length = 15 + steps.random.nextInt(26);
        while (sequence.size() < length) {
            sequence.add(steps.next());
        }
        return sequence;
    }

    private Step next() {
        var roll = random.nextInt(100);
        return roll < 30 ? ofSubject() : roll < 62 ? ofFact() : roll < 94 ? ofClaim() : wait(5, 600, 3_600);
    }

    private Step ofSubject() {
        var subject = random.nextInt(NAMES.size());
        return chance(30)
                ? new SubjectSteps.Revert(productPerson(), subject, chance(60) ? 0 : random.nextInt(10))
                : new SubjectSteps.Revise(productPerson(), subject, edit(NAMES.get(subject)), chance(5));
    }

    private SubjectSteps.Edit edit(List<String> names) {
        var set = new HashMap<String, Sample>();
        var remove = Set.<String>of();
        var kind = random.nextInt(100);
        if (kind < 75) {
            set(names, set);
        }
        if (kind < 20) {
            set(names, set);
        } else if (kind > 65 && kind < 85) {
            remove = Set.of(oneOf(names));
        }
        var lifecycle = chance(20) ? oneOf(Lifecycle.values()) : null;
        return new SubjectSteps.Edit(Map.copyOf(set), remove, lifecycle, chance(12) ? oneOf("Alpha", "Beta") : null);
    }

    private void set(List<String> names, Map<String, Sample> set) {
        var name = chance(95) ? oneOf(names) : oneOf(Samples.NAMES);
        set.put(name, Samples.of(name, random.nextInt(10)));
    }

    private Step ofFact() {
        var fact = random.nextInt(FACTS);
        var roll = random.nextInt(100);
        if (roll < 68) {
            return new FactSteps.Verify(
                    productPerson(),
                    fact,
                    chance(85) ? Decision.VERIFIED : Decision.DISPUTED,
                    chance(25) ? Duration.ofSeconds(oneOf(3, 5, 600, 3_600, -5, 0)) : null,
                    chance(20) ? oneOf(STATEMENTS) : null,
                    chance(80) ? 0 : random.nextInt(4));
        }
        if (roll < 92) {
            return new FactSteps.Revise(
                    productPerson(),
                    fact,
                    chance(45) ? oneOf(STATEMENTS) : null,
                    chance(35) ? new To<>(dependencies()) : null,
                    chance(35) ? new To<>(check()) : null,
                    chance(5));
        }
        return roll < 97
                ? new FactSteps.Back(productPerson(), fact, oneOf(EvidenceKind.values()))
                : new FactSteps.Retract(productPerson(), fact);
    }

    private @Nullable List<String> dependencies() {
        return maybe(70, () -> {
            var names = new ArrayList<String>();
            while (chance(65) && names.size() < 2) {
                var name = oneOf(oneOf(NAMES));
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
            return names;
        });
    }

    private @Nullable PlainCheck check() {
        return maybe(75, () -> {
            var name = oneOf(oneOf(NAMES));
            return new PlainCheck(name, oneOf(CheckOperator.values()), Samples.of(name, random.nextInt(10)));
        });
    }

    private Step ofClaim() {
        var claim = random.nextInt(8);
        return switch (random.nextInt(34)) {
            case 0, 1, 2, 3, 4, 5 -> new ApprovalSteps.Approve(decider(), claim, random.nextInt(-1, 3));
            case 6, 7, 8, 9, 10 -> new ApprovalSteps.Reaffirm(decider(), claim, random.nextInt(-1, 3));
            case 11, 12, 13, 14 -> new ClaimSteps.Submit(writer(), claim);
            case 15, 16, 17, 18 -> revise(claim);
            case 19, 20 ->
                new ClaimSteps.Draft(
                        writer(), oneOf(TEXTS), oneOf(ClaimKind.values()), facts(), chance(30), expiresIn());
            case 21, 22 -> new ApprovalSteps.Reject(decider(), claim);
            case 23 -> new ApprovalSteps.Withdraw(decider(), claim);
            case 24, 25, 26 -> new FindingSteps.Add(reviewer(), claim, finding());
            case 27, 28 -> new FindingSteps.Request(reviewer(), claim, maybe(60, this::finding));
            case 29, 30, 31 ->
                new FindingSteps.Answer(
                        oneOf("owner", "marketer", "admin"),
                        claim,
                        random.nextInt(4),
                        maybe(60, () -> random.nextInt(FACTS)));
            case 32 -> new FindingSteps.Withdraw(claim, random.nextInt(4), chance(30));
            default -> new ApprovalSteps.Supersede(decider(), claim, random.nextInt(8));
        };
    }

    private FindingSteps.What finding() {
        return new FindingSteps.What(chance(70), maybe(60, () -> random.nextInt(FACTS)));
    }

    private String reviewer() {
        return oneOf("approver", "owner", "owner", "admin", "both");
    }

    private Step revise(int claim) {
        return new ClaimSteps.Revise(
                writer(),
                claim,
                chance(60) ? oneOf(TEXTS) : null,
                chance(25) ? oneOf(ClaimKind.values()) : null,
                maybe(35, this::facts),
                chance(15) ? random.nextBoolean() : null,
                chance(20) ? new To<>(expiresIn()) : null,
                chance(5));
    }

    private List<Integer> facts() {
        return random.ints(random.nextInt(4), 0, FACTS).distinct().boxed().toList();
    }

    private @Nullable Duration expiresIn() {
        return maybe(50, () -> Duration.ofSeconds(oneOf(4, 600, 3_600, 0)));
    }

    private Step wait(Integer... seconds) {
        return new Wait(Duration.ofSeconds(oneOf(seconds)));
    }

    private String productPerson() {
        return chance(70) ? "owner" : "admin";
    }

    private String writer() {
        return oneOf("marketer", "marketer", "marketer", "both", "admin");
    }

    private String decider() {
        return oneOf("approver", "approver", "approver", "approver", "admin", "both");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> @Nullable T maybe(int percent, Supplier<T> thing) {
        return chance(percent) ? thing.get() : null;
    }

    @SafeVarargs
    private <T> T oneOf(T... things) {
        return things[random.nextInt(things.length)];
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}

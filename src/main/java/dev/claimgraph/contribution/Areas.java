package dev.claimgraph.contribution;

import dev.claimgraph.access.Owner;
import dev.claimgraph.access.Owners;
import dev.claimgraph.access.Person;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to areas: admins say who decides in each, and change it at any time. */
@Component
public class Areas {

    static final String KIND = "area";

    private final AreaRepository areas;
    private final ContributionRepository contributions;
    private final Products products;
    private final Owners owners;
    private final ChangeLog changes;

    Areas(
            AreaRepository areas,
            ContributionRepository contributions,
            Products products,
            Owners owners,
            ChangeLog changes) {
        this.areas = areas;
        this.contributions = contributions;
        this.products = products;
        this.owners = owners;
        this.changes = changes;
    }

    /** The person or team who decides on messaging; null where nobody is named. */
    public @Nullable String messagingSteward() {
        return areas.byKey(Area.key(AreaKind.MESSAGING, null)).orElseThrow().stewardId();
    }

    Map<String, Area> byId(Collection<String> ids) {
        return areas.byId(ids).stream().collect(Collectors.toMap(Area::id, Function.identity()));
    }

    Optional<Area> of(AreaKind kind, @Nullable String productId) {
        return areas.byKey(Area.key(kind, productId));
    }

    /** Where something of this kind goes, for as long as the open transaction. */
    Area responsible(AreaKind kind, @Nullable String productId) {
        return areas.locked(kind, productId).responsible();
    }

    /**
     * Says who decides in an area, or that nobody does. What waits for a decision about a product's features goes with it.
     *
     * @return the area; that of all features where a product that has none was to have nobody
     * @throws Refusal for a product or a steward that is not there, or does not fit
     */
    Area assign(Actor actor, AssignSteward input) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            check(input);
            var locked = areas.locked(input.kind(), input.productId());
            var before = locked.own();
            if (before == null && input.stewardId() == null) {
                return locked.general();
            }
            var id = before == null ? Id.next(KIND) : before.id();
            var after = new Area(id, input.kind(), input.productId(), input.stewardId());
            if (!after.equals(before)) {
                areas.save(after);
                record(actor, "assignSteward", before, after);
            }
            if (input.productId() != null) {
                var responsible = after.stewardId() == null ? locked.general() : after;
                contributions.move(input.productId(), responsible.id());
            }
            return after;
        });
    }

    /** Gives another owner every area that one is the steward of, in the open transaction; notes where it may not be. */
    int reassign(Actor actor, String fromId, Owner to, Problems problems) {
        var theirs = areas.stewardedBy(fromId);
        if (theirs.isEmpty()) {
            return 0;
        }
        if (to instanceof Person person && !person.maySteward()) {
            problems.add(ProblemCode.INVALID, mayNotSteward(person), "toId");
            return 0;
        }
        areas.give(theirs.stream().map(Area::id).toList(), to.id());
        theirs.forEach(area -> record(actor, "reassign", area, area.stewardedBy(to.id())));
        return theirs.size();
    }

    private void record(Actor actor, String action, @Nullable Area before, Area after) {
        var touched = Stream.of(before == null ? null : before.stewardId(), after.stewardId(), after.productId())
                .filter(Objects::nonNull)
                .toList();
        changes.record(actor, action, after.id(), before == null ? null : before.state(), after.state(), touched);
    }

    private void check(AssignSteward input) {
        var problems = new Problems();
        if (input.productId() != null && input.kind() != AreaKind.FEATURES) {
            problems.add(ProblemCode.INVALID, "Only FEATURES are a product's.", "productId");
        } else if (input.productId() != null
                && problems.id(input.productId(), List.of("product"), "productId")
                && products.byId(input.productId()).isEmpty()) {
            problems.add(ProblemCode.NOT_FOUND, "There is no product %s.".formatted(input.productId()), "productId");
        }
        if (input.stewardId() != null && problems.id(input.stewardId(), List.of("person", "team"), "stewardId")) {
            var steward = owners.byId(List.of(input.stewardId())).get(input.stewardId());
            if (steward == null) {
                var message = "There is no person or team %s.".formatted(input.stewardId());
                problems.add(ProblemCode.NOT_FOUND, message, "stewardId");
            } else if (steward instanceof Person person && !person.maySteward()) {
                problems.add(ProblemCode.INVALID, mayNotSteward(person), "stewardId");
            }
        }
        problems.refuse();
    }

    private static String mayNotSteward(Person person) {
        return "%s is neither a steward nor an admin.".formatted(person.name());
    }

    /** Who is to decide in an area. */
    record AssignSteward(
            AreaKind kind,
            @Nullable String productId,
            @Nullable String stewardId) {}
}

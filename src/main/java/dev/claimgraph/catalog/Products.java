package dev.claimgraph.catalog;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Component;

/** The door to products: product owners create them, and revise those that are theirs. */
@Component
public class Products {

    private final ProductRepository products;
    private final OwnerCheck owners;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final Clock clock;

    Products(ProductRepository products, OwnerCheck owners, ChangeLog changes, Repeats repeats, Clock clock) {
        this.products = products;
        this.owners = owners;
        this.changes = changes;
        this.repeats = repeats;
        this.clock = clock;
    }

    /** @throws Refusal for a bad name or key, a key that is taken, an owner that is not there */
    public Product create(Actor actor, CreateProduct input) {
        actor.mustBe(Role.PRODUCT_OWNER);
        return changes.write(() -> repeats.once(
                actor,
                "createProduct",
                input.idempotencyKey(),
                input,
                () -> insert(actor, input),
                id -> products.findById(id).orElseThrow()));
    }

    /** @throws Refusal for a bad name, or with CONFLICT where the product has moved on */
    public Product revise(Actor actor, ReviseProduct input) {
        return changes.write(() -> {
            var product = present(input.productId(), "productId");
            actor.mustOwn(product.ownerId());
            if (product.revision() != input.expectedRevision()) {
                throw Refusal.conflict(
                        product,
                        "The product is at revision %d, not %d; look at it again."
                                .formatted(product.revision(), input.expectedRevision()),
                        "expectedRevision");
            }
            var problems = new Problems();
            var revised = input.applyTo(product, problems);
            problems.refuse();
            return save(actor, "reviseProduct", product, revised);
        });
    }

    Product changeOwner(Actor actor, String productId, String ownerId) {
        var product = present(productId, "id");
        actor.mustOwn(product.ownerId());
        var changed = product.with(product.name(), product.description(), ownerId);
        return save(actor, "changeOwner", product, changed);
    }

    public Optional<Product> byId(String id) {
        return products.findById(id);
    }

    public Map<String, Product> byId(Collection<String> ids) {
        return products.findAllByIdIn(ids).stream().collect(Collectors.toMap(Product::id, Function.identity()));
    }

    public Optional<Product> byKey(String key) {
        return products.findByKey(key);
    }

    Product present(@Nullable String id, String field) {
        var problems = new Problems();
        problems.id(id, List.of("product"), field);
        problems.refuse();
        return products.findById(Objects.requireNonNullElse(id, ""))
                .orElseThrow(() -> Refusal.of(ProblemCode.NOT_FOUND, "There is no product %s.".formatted(id), field));
    }

    /** The product that an input names; or null and a problem. */
    @Nullable
    Product present(@Nullable String id, Problems problems) {
        return named(id, products::findById, problems);
    }

    /** The same, locked so that its owner stays who it is. */
    @Nullable
    Product locked(@Nullable String id, Problems problems) {
        return named(id, products::locked, problems);
    }

    private static @Nullable Product named(
            @Nullable String id, Function<String, Optional<Product>> find, Problems problems) {
        if (!problems.id(id, List.of("product"), "productId")) {
            return null;
        }
        var product = find.apply(Objects.requireNonNull(id));
        if (product.isEmpty()) {
            problems.add(ProblemCode.NOT_FOUND, "There is no product %s.".formatted(id), "productId");
        }
        return product.orElse(null);
    }

    /**
     * Notes what would be wrong with creating this, and writes nothing.
     *
     * @param comes whether an owner who is not there yet will be, by what stands in the id's place
     */
    public void check(CreateProduct input, Problems problems, Predicate<String> comes) {
        read(input, problems, comes);
    }

    /** Notes what would be wrong with revising a product, and writes nothing. */
    public static void check(Product product, ReviseProduct input, Problems problems) {
        input.applyTo(product, problems);
    }

    /** Whether revising a product would make it another. */
    public static boolean changes(Product product, ReviseProduct input) {
        return !input.applyTo(product, new Problems()).equals(product);
    }

    private Product insert(Actor actor, CreateProduct input) {
        var problems = new Problems();
        var read = read(input, problems, id -> false);
        problems.refuse();
        var owner = Objects.requireNonNullElse(input.ownerId(), actor.id());
        var now = clock.instant();
        var created = products.save(new Product(
                Id.next("product"),
                Objects.requireNonNull(read.key()),
                Objects.requireNonNull(read.name()),
                read.description(),
                owner,
                now,
                null));
        changes.record(actor, "createProduct", created.id(), null, created.state(), List.of(owner));
        return created;
    }

    private CreateProduct read(CreateProduct input, Problems problems, Predicate<String> comes) {
        problems.key(input.key(), "key");
        var name = problems.text(input.name(), Problems.NAME, "name");
        var description = problems.optionalText(input.description(), Problems.LONG_TEXT, "description");
        owners.check(input.ownerId(), problems, "ownerId", comes);
        if (input.key() != null && products.existsByKey(input.key())) {
            problems.add(ProblemCode.KEY_TAKEN, "A product with key %s exists.".formatted(input.key()), "key");
        }
        return new CreateProduct(input.key(), name, description, input.ownerId(), input.idempotencyKey());
    }

    private Product save(Actor actor, String action, Product before, Product changed) {
        if (changed.equals(before)) {
            return before;
        }
        var after = products.save(changed);
        changes.record(actor, action, after.id(), before.state(), after.state(), List.of(after.ownerId()));
        return after;
    }

    /** What creating a product takes. */
    public record CreateProduct(
            @Nullable String key,
            @Nullable String name,
            @Nullable String description,
            @Nullable String ownerId,
            @Nullable String idempotencyKey) {}

    /** What revising a product takes: what is left out stays; a null description takes it away. */
    public record ReviseProduct(
            @Nullable String productId,
            long expectedRevision,
            @Nullable String name,
            ArgumentValue<String> description) {

        private Product applyTo(Product before, Problems problems) {
            return before.with(
                    name == null ? before.name() : problems.text(name, Problems.NAME, "name"),
                    description.isOmitted()
                            ? before.description()
                            : problems.optionalText(description.value(), Problems.LONG_TEXT, "description"),
                    before.ownerId());
        }
    }
}

package dev.claimgraph.exchange;

import dev.claimgraph.catalog.Product;
import dev.claimgraph.catalog.Products;
import dev.claimgraph.catalog.Products.CreateProduct;
import dev.claimgraph.catalog.Products.ReviseProduct;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows of products. */
@Component
class ProductRows extends KeyedRows<Product, CreateProduct, ReviseProduct> {

    private final Products products;

    ProductRows(Binding binding, Products products) {
        super(binding, CreateProduct.class, ReviseProduct.class);
        this.products = products;
    }

    @Override
    public boolean takes(RowType type) {
        return type == RowType.PRODUCT;
    }

    @Override
    Map<String, Product> present(RowType type, Collection<String> keys) {
        var present = new HashMap<String, Product>();
        keys.forEach(key -> products.byKey(key).ifPresent(product -> present.put(key, product)));
        return present;
    }

    @Override
    String id(Product present) {
        return present.id();
    }

    @Override
    long revision(Product present) {
        return present.revision();
    }

    @Override
    List<String> onlyCreated() {
        return List.of("ownerId");
    }

    @Override
    void checkCreations(Actor actor, RowType type, List<CreateProduct> inputs, List<Problems> problems, Coming coming) {
        for (var i = 0; i < inputs.size(); i++) {
            products.check(inputs.get(i), problems.get(i), coming::has);
        }
    }

    @Override
    void checkRevision(Actor actor, Row row, Product present, ReviseProduct input, Problems problems, Coming coming) {
        Products.check(present, input, problems);
        if (Products.changes(present, input)) {
            actor.mustOwn(present.ownerId());
        }
    }

    @Override
    void checkRest(Product present, Row row, Problems problems) {
        mustStay("ownerId", present.ownerId(), row, problems);
    }

    @Override
    void create(Actor actor, RowType type, List<CreateProduct> inputs) {
        each(inputs, input -> products.create(actor, input));
    }

    @Override
    boolean revise(Actor actor, RowType type, Product present, ReviseProduct input, Row row) {
        if (!Products.changes(present, input)) {
            return false;
        }
        products.revise(actor, input);
        return true;
    }
}

package dev.claimgraph.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.neo4j.repository.Neo4jRepository;
import org.springframework.data.neo4j.repository.query.Query;

/** Products, as Spring Data maps them. */
interface ProductRepository extends Neo4jRepository<Product, String> {

    boolean existsByKey(String key);

    Optional<Product> findByKey(String key);

    /** The product as the last writer left it; nobody else writes it until the transaction ends. */
    @Query("MATCH (p:Product {id: $id}) SET p.locked = true WITH p RETURN p")
    Optional<Product> locked(String id);

    List<Product> findAllByIdIn(Collection<String> ids);
}

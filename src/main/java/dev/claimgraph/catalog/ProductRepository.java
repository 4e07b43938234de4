package dev.claimgraph.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.neo4j.repository.Neo4jRepository;

/** Products, as Spring Data maps them. */
interface ProductRepository extends Neo4jRepository<Product, String> {

    boolean existsByKey(String key);

    Optional<Product> findByKey(String key);

    List<Product> findAllByIdIn(Collection<String> ids);
}

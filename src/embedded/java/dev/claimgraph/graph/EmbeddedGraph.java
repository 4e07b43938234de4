package dev.claimgraph.graph;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Brings the graph's own Neo4j where no other is configured. */
@AutoConfiguration(before = Neo4jAutoConfiguration.class)
@ConditionalOnExpression("'${spring.neo4j.uri:}'.isBlank()")
class EmbeddedGraph {

    @Bean
    @ConditionalOnMissingBean(Neo4jConnectionDetails.class)
    EmbeddedNeo4j embeddedNeo4j(@Value("${claimgraph.data-dir}") Path dataDir) {
        return new EmbeddedNeo4j(DataFolder.hold(dataDir));
    }
}

package dev.claimgraph.graph;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;

/** Brings a Neo4j along where no other is configured. */
@AutoConfiguration(before = Neo4jAutoConfiguration.class)
@ConditionalOnExpression("'${spring.neo4j.uri:}'.isBlank()")
@ConditionalOnMissingBean(Neo4jConnectionDetails.class)
class EmbeddedGraph {

    @Bean
    DataFolder dataFolder(
            @Value("${claimgraph.data-dir}") Path path, @Value("${claimgraph.disk-reserve}") DataSize reserve) {
        return DataFolder.hold(path, reserve);
    }

    @Bean
    EmbeddedNeo4j embeddedNeo4j(DataFolder folder) {
        return EmbeddedNeo4j.start(folder);
    }

    @Bean
    DiskRoom diskRoom(DataFolder folder, EmbeddedNeo4j neo4j, @Value("${claimgraph.disk-reserve}") DataSize reserve) {
        return new DiskRoom(folder, neo4j, reserve);
    }
}

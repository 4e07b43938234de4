package dev.claimgraph.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class GraphiqlTests {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @Test
    void thePageUsesOnlyWhatTheServiceCarries() throws IOException {
        var page = new ClassPathResource("static/graphiql/index.html").getContentAsString(UTF_8);
        assertThat(REFERENCE
                        .matcher(page)
                        .results()
                        .map(match -> match.group(1))
                        .filter(it -> !it.startsWith("data:")))
                .hasSize(6)
                .allSatisfy(reference -> assertThat(new ClassPathResource("static" + reference).exists()
                                || new ClassPathResource("META-INF/resources" + reference).exists())
                        .isTrue());
    }
}

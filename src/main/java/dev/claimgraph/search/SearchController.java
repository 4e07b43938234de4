package dev.claimgraph.search;

import dev.claimgraph.api.Selection;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.claim.ClaimLists;
import dev.claimgraph.paging.PageInfo;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.search.Facets.Counted;
import dev.claimgraph.search.Messaging.Found;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The queries that find messaging. */
@Controller
class SearchController {

    private final Messaging messaging;
    private final Facets facets;
    private final WordingRepository wordings;
    private final Meaning meaning;

    SearchController(Messaging messaging, Facets facets, WordingRepository wordings, Meaning meaning) {
        this.messaging = messaging;
        this.facets = facets;
        this.wordings = wordings;
        this.meaning = meaning;
    }

    @QueryMapping
    MessagingConnection findMessaging(
            @Argument String text, @Nullable ClaimFilter filter, PageRequest page, DataFetchingEnvironment field) {
        var whole = page.counted() || Selection.names(field, "facets");
        var inBrief = Selection.ofNodesIsWithin(field, ClaimLists.IN_BRIEF_WITH_VARIANTS);
        return new MessagingConnection(messaging.find(text, filter, page, whole, inBrief));
    }

    @SchemaMapping(typeName = "MessagingConnection", field = "facets")
    Counted facetsOf(MessagingConnection page) {
        return facets.of(page.found.kept());
    }

    @QueryMapping
    SearchState searchState() {
        var progress = wordings.progress(meaning.model());
        return new SearchState(meaning.model(), meaning.isKnown(), progress.wordings(), progress.embedded());
    }

    /** A page of what was found. */
    record MessagingConnection(Found found) {

        public List<MessagingEdge> edges() {
            return found.page().edges().stream()
                    .map(edge -> new MessagingEdge(
                            edge.cursor(),
                            edge.node().score(),
                            edge.node().highlight(),
                            edge.node().claim()))
                    .toList();
        }

        public List<Claim> nodes() {
            return edges().stream().map(MessagingEdge::node).toList();
        }

        public PageInfo pageInfo() {
            return found.page().pageInfo();
        }

        public long totalCount() {
            return found.page().totalCount();
        }
    }

    /** One claim that was found. */
    record MessagingEdge(String cursor, double score, String highlight, Claim node) {}

    /** How far finding by meaning has come. */
    record SearchState(String model, boolean loaded, long wordings, long embedded) {}
}

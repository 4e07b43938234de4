package dev.claimgraph.api;

import dev.claimgraph.graph.Bookmarks;
import dev.claimgraph.graph.Seen;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets callers read on any instance what they wrote on another: the answer to a write has a bookmark, and what brings that reads at it or later. */
@Component
class BookmarkHeader implements WebGraphQlInterceptor {

    static final String NAME = "Claimgraph-Bookmark";

    private final Bookmarks bookmarks;

    BookmarkHeader(Bookmarks bookmarks) {
        this.bookmarks = bookmarks;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var seen = bookmarks.begin(request.getHeaders().getValuesAsList(NAME));
        return chain.next(request)
                .contextWrite(context -> context.put(Seen.KEY, seen))
                .doOnNext(answer -> {
                    var written = bookmarks.written(seen);
                    if (!written.isEmpty()) {
                        answer.getResponseHeaders().put(NAME, written);
                    }
                });
    }
}

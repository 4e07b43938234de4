package dev.claimgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Parses and validates an operation that is sent again and again only once, unless something is wrong with it. */
@Component
class ParsedDocuments implements PreparsedDocumentProvider {

    private static final int MOST_CHARACTERS = 1_000_000;

    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String document, PreparsedDocumentEntry entry) -> document.length())
            .executor(Runnable::run)
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        var known = documents.getIfPresent(input.getQuery());
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        var entry = parse.apply(input);
        if (!entry.hasErrors()) {
            documents.put(input.getQuery(), entry);
        }
        return CompletableFuture.completedFuture(entry);
    }
}

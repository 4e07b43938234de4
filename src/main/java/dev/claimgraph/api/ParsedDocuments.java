package dev.claimgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Parses and validates an operation that is sent again and again only once, and refuses what is over a limit. */
@Component
@EnableConfigurationProperties(Limits.class)
class ParsedDocuments implements PreparsedDocumentProvider {

    private static final int MOST_CHARACTERS = 1_000_000;

    private final Limits limits;
    private final TrustedDocuments trusted;
    private final Exploring exploring;
    private final ParserOptions options;
    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String document, PreparsedDocumentEntry entry) -> document.length())
            .executor(Runnable::run)
            .build();

    ParsedDocuments(Limits limits, TrustedDocuments trusted, Exploring exploring) {
        this.limits = limits;
        this.trusted = trusted;
        this.exploring = exploring;
        this.options =
                ParserOptions.getDefaultOperationParserOptions().transform(parser -> parser.maxTokens(limits.tokens()));
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        if (!exploring.isOpen()) {
            input.getGraphQLContext().put(Introspection.INTROSPECTION_DISABLED, true);
        }
        var document = trusted.document(input);
        return CompletableFuture.completedFuture(
                document == null
                        ? refused(
                                ErrorCode.UNTRUSTED_DOCUMENT,
                                "This document is none that the service was given to answer.",
                                input)
                        : within(input, parsed(input.transform(named -> named.query(document)), parse)));
    }

    private PreparsedDocumentEntry parsed(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        var known = documents.getIfPresent(input.getQuery());
        if (known != null) {
            return known;
        }
        input.getGraphQLContext().put(ParserOptions.class, options);
        var entry = parse.apply(input);
        if (!entry.hasErrors()) {
            documents.put(input.getQuery(), entry);
        }
        return entry;
    }

    private PreparsedDocumentEntry within(ExecutionInput input, PreparsedDocumentEntry entry) {
        if (entry.hasErrors()) {
            return entry;
        }
        var variables = input.getRawVariables().toMap();
        var over = Weight.of(entry.getDocument(), variables).over(limits);
        if (over.isEmpty() && depth(variables, 0) > limits.variableDepth()) {
            over = Optional.of(
                    "The variables nest lists and objects more than %,d deep.".formatted(limits.variableDepth()));
        }
        return over.map(sentence -> refused(ErrorCode.OVER_LIMIT, sentence, input))
                .orElse(entry);
    }

    private static PreparsedDocumentEntry refused(ErrorCode code, String sentence, ExecutionInput input) {
        var requestId = String.valueOf(input.getExecutionIdNonNull());
        return new PreparsedDocumentEntry(new RequestError(code, sentence, null, null, requestId));
    }

    private int depth(@Nullable Object value, int above) {
        if (above > limits.variableDepth()) {
            return above;
        }
        return switch (value) {
            case Map<?, ?> fields -> deepest(fields.values(), above + 1);
            case Collection<?> items -> deepest(items, above + 1);
            case null, default -> above;
        };
    }

    private int deepest(Collection<?> values, int above) {
        return values.stream().mapToInt(value -> depth(value, above)).max().orElse(above);
    }
}

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
    private final Cache<String, Parsed> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String document, Parsed parsed) -> document.length())
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
        if (document == null) {
            var sentence = "This document is not in the service's manifest; send one that is, or its SHA-256.";
            return CompletableFuture.completedFuture(refused(ErrorCode.UNTRUSTED_DOCUMENT, sentence, input));
        }
        var parsed = documents.getIfPresent(document);
        if (parsed == null) {
            parsed = parsed(input.transform(named -> named.query(document)), parse);
        }
        return CompletableFuture.completedFuture(within(input, parsed));
    }

    private Parsed parsed(ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        input.getGraphQLContext().put(ParserOptions.class, options);
        var entry = parse.apply(input);
        if (entry.hasErrors()) {
            return new Parsed(entry, Weight.NOTHING);
        }
        var parsed = new Parsed(entry, Weight.of(entry.getDocument(), variables(input)));
        documents.put(input.getQuery(), parsed);
        return parsed;
    }

    private PreparsedDocumentEntry within(ExecutionInput input, Parsed parsed) {
        if (parsed.entry().hasErrors()) {
            return parsed.entry();
        }
        if (GetRequests.writes(input, parsed.entry().getDocument())) {
            return refused(ErrorCode.METHOD_NOT_ALLOWED, "A GET only reads; send this by POST.", input);
        }
        if (Subscriptions.isMisplaced(input, parsed.entry().getDocument())) {
            return refused(ErrorCode.BAD_REQUEST, Subscriptions.REFUSAL, input);
        }
        var variables = variables(input);
        var weight =
                parsed.weight().isByVariables() ? Weight.of(parsed.entry().getDocument(), variables) : parsed.weight();
        var over = weight.over(limits);
        if (over.isEmpty() && depth(variables, 0) > limits.variableDepth()) {
            over = Optional.of("The variables nest lists and objects more than %,d deep; send flatter ones."
                    .formatted(limits.variableDepth()));
        }
        return over.map(sentence -> refused(ErrorCode.OVER_LIMIT, sentence, input))
                .orElse(parsed.entry());
    }

    private static Map<String, Object> variables(ExecutionInput input) {
        return input.getRawVariables().toMap();
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

    /** @param weight with the variables that it first came with */
    private record Parsed(PreparsedDocumentEntry entry, Weight weight) {}
}

package dev.claimgraph.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
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
    private final ParserOptions options;
    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String document, PreparsedDocumentEntry entry) -> document.length())
            .executor(Runnable::run)
            .build();

    ParsedDocuments(Limits limits) {
        this.limits = limits;
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(parser -> parser.maxTokens(limits.tokens()).redactTokenParserErrorMessages(true));
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
        return CompletableFuture.completedFuture(within(input, parsed(input, parse)));
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
        return over.map(sentence -> new PreparsedDocumentEntry(new RequestError(
                        ErrorCode.OVER_LIMIT, sentence, null, null, String.valueOf(input.getExecutionIdNonNull()))))
                .orElse(entry);
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

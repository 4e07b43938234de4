package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class ParsedDocumentsTests {

    private static final PreparsedDocumentEntry RIGHT =
            new PreparsedDocumentEntry(new Parser().parseDocument("{ me { id } }"));
    private static final PreparsedDocumentEntry WRONG =
            new PreparsedDocumentEntry(List.of(GraphqlErrorBuilder.newError()
                    .errorType(ErrorType.ValidationError)
                    .message("No.")
                    .build()));

    private final ParsedDocuments documents =
            new ParsedDocuments(SmallApi.LIMITS, new TrustedDocuments(""), new Exploring(true, new ServerProperties()));
    private final List<String> parsed = new ArrayList<>();

    @Test
    void parsesOnceWhatIsSentAgain() {
        assertThat(sent("{ me { id } }", RIGHT)).isSameAs(RIGHT);
        assertThat(sent("{ me { id } }", RIGHT)).isSameAs(RIGHT);
        assertThat(parsed).hasSize(1);
    }

    @Test
    void keepsNothingOfWhatIsWrong() {
        assertThat(sent("{ nobody }", WRONG)).isSameAs(WRONG);
        assertThat(sent("{ nobody }", WRONG)).isSameAs(WRONG);
        assertThat(parsed).hasSize(2);
    }

    @Test
    void keepsAMillionCharactersAtMost() {
        var large = "{ me { id } }" + " ".repeat(1_000_000);
        sent(large, RIGHT);
        sent(large, RIGHT);
        assertThat(parsed).hasSize(2);
    }

    private PreparsedDocumentEntry sent(String document, PreparsedDocumentEntry entry) {
        var input = ExecutionInput.newExecutionInput(document).build();
        return documents
                .getDocumentAsync(input, unparsed -> {
                    parsed.add(unparsed.getQuery());
                    return entry;
                })
                .join();
    }
}

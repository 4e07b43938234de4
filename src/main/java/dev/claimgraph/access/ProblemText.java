package dev.claimgraph.access;

import dev.claimgraph.shared.Problem;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Tells a token that may write and not read that it was refused, but nothing of what is there. */
@Controller
class ProblemText {

    private final Callers callers;

    ProblemText(Callers callers) {
        this.callers = callers;
    }

    @SchemaMapping(typeName = "Problem")
    String message(Problem problem) {
        return callers.read(Scope.CATALOG_READ, Scope.FACTS_READ, Scope.CLAIMS_READ, Scope.PEOPLE_READ)
                ? problem.message()
                : "This was refused: %s. A token that may read is told more.".formatted(problem.code());
    }
}

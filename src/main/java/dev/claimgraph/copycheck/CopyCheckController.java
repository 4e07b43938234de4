package dev.claimgraph.copycheck;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.claim.Claim;
import dev.claimgraph.claim.Claims;
import dev.claimgraph.fact.Question;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.NodeSource;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what is to be said of a draft, and takes on questions about it. */
@Controller
class CopyCheckController implements NodeSource {

    private final CopyCheck copyCheck;
    private final CopyQuestions questions;
    private final Claims claims;
    private final People people;

    CopyCheckController(CopyCheck copyCheck, CopyQuestions questions, Claims claims, People people) {
        this.copyCheck = copyCheck;
        this.questions = questions;
        this.claims = claims;
        this.people = people;
    }

    @QueryMapping
    CheckRun checkCopy(
            Actor actor,
            @Argument String text,
            @Argument @Nullable String channel,
            @Argument @Nullable String locale,
            @Argument @Nullable CopyFormat format) {
        return copyCheck.check(actor, text, channel, locale, format);
    }

    @QueryMapping
    @Nullable
    CheckRun checkRun(@Argument String id) {
        return copyCheck.byId(List.of(id)).get(id);
    }

    @MutationMapping
    QuestionPayload askAboutCopy(Actor actor, @Argument CopyQuestions.AskAboutCopy input) {
        return Refusal.catching(() -> questions.ask(actor, input), QuestionPayload::new);
    }

    @SchemaMapping(typeName = "CheckRun")
    CompletableFuture<@Nullable Person> checkedBy(CheckRun run, DataFetchingEnvironment field) {
        return Batch.one(field, run.checkedById(), people::byId);
    }

    @SchemaMapping(typeName = "CopyFinding")
    CompletableFuture<@Nullable Claim> claim(CheckFinding finding, DataFetchingEnvironment field) {
        return finding.claimId() == null
                ? CompletableFuture.completedFuture(null)
                : Batch.one(field, finding.claimId(), claims::byId);
    }

    @SchemaMapping(typeName = "CopyFinding")
    CompletableFuture<List<Claim>> nearest(CheckFinding finding, DataFetchingEnvironment field) {
        return Batch.all(field, finding.nearestIds(), claims::byId)
                .thenApply(nearest -> nearest.stream().filter(Claim::usable).toList());
    }

    /** What was suggested once is so no longer where its claim may not be said now. */
    @SchemaMapping(typeName = "CopyFinding")
    CompletableFuture<@Nullable String> suggestion(CheckFinding finding, DataFetchingEnvironment field) {
        var source = finding.suggestedBy();
        return source == null
                ? CompletableFuture.completedFuture(finding.suggestion())
                : Batch.<String, Claim>one(field, source, claims::byId)
                        .thenApply(claim -> claim != null && claim.usable() ? finding.suggestion() : null);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CopyCheck.KIND);
    }

    @Override
    public Map<String, CheckRun> byId(Collection<String> ids) {
        return copyCheck.byId(ids);
    }

    record QuestionPayload(@Nullable Question question, List<Problem> problems) implements Payload {}
}

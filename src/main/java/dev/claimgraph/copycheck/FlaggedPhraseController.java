package dev.claimgraph.copycheck;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
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

/** The query and the mutations of flagged phrases. */
@Controller
class FlaggedPhraseController implements NodeSource {

    private final FlaggedPhrases phrases;
    private final People people;

    FlaggedPhraseController(FlaggedPhrases phrases, People people) {
        this.phrases = phrases;
        this.people = people;
    }

    @QueryMapping
    Connection<FlaggedPhrase> flaggedPhrases(PageRequest page) {
        return phrases.page(page);
    }

    @MutationMapping
    FlaggedPhrasePayload flagPhrase(Actor actor, @Argument FlaggedPhrases.FlagPhrase input) {
        return Refusal.catching(() -> phrases.flag(actor, input), FlaggedPhrasePayload::new);
    }

    @MutationMapping
    FlaggedPhrasePayload unflagPhrase(Actor actor, @Argument FlaggedPhrases.UnflagPhrase input) {
        return Refusal.catching(() -> phrases.unflag(actor, input), FlaggedPhrasePayload::new);
    }

    @SchemaMapping(typeName = "FlaggedPhrase")
    CompletableFuture<@Nullable Person> addedBy(FlaggedPhrase phrase, DataFetchingEnvironment field) {
        return Batch.one(field, phrase.addedById(), people::byId);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(FlaggedPhrases.KIND);
    }

    @Override
    public Map<String, FlaggedPhrase> byId(Collection<String> ids) {
        return phrases.byId(ids);
    }

    record FlaggedPhrasePayload(@Nullable FlaggedPhrase flaggedPhrase, List<Problem> problems) implements Payload {}
}

package dev.claimgraph.webhook;

import dev.claimgraph.access.People;
import dev.claimgraph.access.Person;
import dev.claimgraph.api.Batch;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Payload;
import dev.claimgraph.shared.Problem;
import dev.claimgraph.shared.Refusal;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers which endpoints are told of changes and what became of that, and changes it. */
@Controller
class WebhookController {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final People people;

    WebhookController(Webhooks webhooks, Deliveries deliveries, People people) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.people = people;
    }

    @QueryMapping
    @Nullable
    Webhook webhook(@Argument String id) {
        return webhooks.byId(List.of(id)).get(id);
    }

    @QueryMapping
    Connection<Webhook> webhooks(PageRequest page) {
        return webhooks.page(page);
    }

    @MutationMapping
    NewSecretPayload createWebhook(Actor actor, @Argument Webhooks.CreateWebhook input) {
        return Refusal.catching(() -> webhooks.create(actor, input), NewSecretPayload::of);
    }

    @MutationMapping
    WebhookPayload updateWebhook(Actor actor, @Argument Webhooks.UpdateWebhook input) {
        return Refusal.catching(() -> webhooks.update(actor, input), WebhookPayload::new);
    }

    @MutationMapping
    NewSecretPayload rotateWebhookSecret(Actor actor, @Argument Webhooks.WebhookNamed input) {
        return Refusal.catching(() -> webhooks.rotateSecret(actor, input), NewSecretPayload::of);
    }

    @MutationMapping
    WebhookPayload deleteWebhook(Actor actor, @Argument Webhooks.WebhookNamed input) {
        return Refusal.catching(() -> webhooks.delete(actor, input), WebhookPayload::new);
    }

    @MutationMapping
    DeliveryPayload redeliver(Actor actor, @Argument Deliveries.Redeliver input) {
        return Refusal.catching(() -> deliveries.redeliver(actor, input), DeliveryPayload::new);
    }

    @SchemaMapping(typeName = "Webhook")
    CompletableFuture<@Nullable Person> createdBy(Webhook webhook, DataFetchingEnvironment field) {
        return Batch.one(field, webhook.createdById(), people::byId);
    }

    @SchemaMapping(typeName = "Webhook")
    CompletableFuture<Connection<Delivery>> deliveries(
            Webhook webhook,
            @Argument Delivery.@Nullable Status status,
            PageRequest page,
            DataFetchingEnvironment field) {
        return Batch.connection(field, webhook.id(), page, (ids, asked) -> deliveries.of(ids, status, asked));
    }

    record WebhookPayload(@Nullable Webhook webhook, List<Problem> problems) implements Payload {}

    record DeliveryPayload(@Nullable Delivery delivery, List<Problem> problems) implements Payload {}

    /** The only answer that shows a secret. */
    record NewSecretPayload(
            @Nullable Webhook webhook, @Nullable String secret, List<Problem> problems) implements Payload {

        static NewSecretPayload of(Webhooks.@Nullable Secretive made, List<Problem> problems) {
            return made == null
                    ? new NewSecretPayload(null, null, problems)
                    : new NewSecretPayload(
                            made.webhook(),
                            made.isShown() ? made.webhook().signing().secret().reveal() : null,
                            problems);
        }
    }
}

package dev.claimgraph.webhook;

import dev.claimgraph.claim.ClaimFilter;
import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.notice.Notice;
import dev.claimgraph.notice.Notices;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Component;

/** The door to webhooks, which admins keep. Their secrets are shown to whoever makes one, once. */
@Component
class Webhooks {

    static final int MOST = 100;

    private static final Duration OVERLAP = Duration.ofHours(24);

    private final WebhookRepository webhooks;
    private final Addresses addresses;
    private final Notices notices;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final Clock clock;

    Webhooks(
            WebhookRepository webhooks,
            Addresses addresses,
            Notices notices,
            ChangeLog changes,
            Repeats repeats,
            Clock clock) {
        this.webhooks = webhooks;
        this.addresses = addresses;
        this.notices = notices;
        this.changes = changes;
        this.repeats = repeats;
        this.clock = clock;
    }

    Map<String, Webhook> byId(Collection<String> ids) {
        return webhooks.byId(ids);
    }

    Connection<Webhook> page(PageRequest page) {
        return webhooks.page(page);
    }

    /** @throws Refusal for an address that may not be sent to, a chat that is to be told of more than claims, or one too many */
    Secretive create(Actor actor, CreateWebhook input) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            var made = new ArrayList<Webhook>();
            var webhook = repeats.once(
                    actor,
                    "createWebhook",
                    input.idempotencyKey(),
                    input,
                    () -> {
                        made.add(insert(actor, input));
                        return made.getFirst();
                    },
                    this::present);
            return new Secretive(webhook, !made.isEmpty());
        });
    }

    /** @throws Refusal as {@link #create}, or with CONFLICT where it has moved on */
    Webhook update(Actor actor, UpdateWebhook input) {
        actor.mustBe(Role.ADMIN);
        return write(actor, "updateWebhook", input.webhookId(), before -> {
            if (before.revision() != input.expectedRevision()) {
                throw Refusal.conflict(
                        before,
                        "The webhook is at revision %d, not %d; look at it again."
                                .formatted(before.revision(), input.expectedRevision()),
                        "expectedRevision");
            }
            var problems = new Problems();
            var name = input.name() == null ? before.name() : problems.text(input.name(), Problems.NAME, "name");
            var url = input.url() == null ? before.url() : checked(input.url(), problems);
            var format = Objects.requireNonNullElse(input.format(), before.format());
            var events = input.events() == null ? before.events() : events(input.events());
            mustFit(format, events, problems);
            problems.refuse();
            return new Webhook(
                    before.id(),
                    name,
                    url,
                    events,
                    input.filter().isOmitted()
                            ? before.claimFilter()
                            : input.filter().value(),
                    format,
                    Objects.requireNonNullElse(input.active(), before.active()),
                    before.revision() + 1,
                    before.signing(),
                    before.createdAt(),
                    before.createdById());
        });
    }

    /** Gives a webhook another secret; the one before is good for another day, and what is sent meanwhile is signed with both. */
    Secretive rotateSecret(Actor actor, WebhookNamed input) {
        actor.mustBe(Role.ADMIN);
        var rotated = write(actor, "rotateWebhookSecret", input.webhookId(), before -> {
            var signing = new Webhook.Signing(
                    Secret.next(), before.signing().secret(), clock.instant().plus(OVERLAP));
            return new Webhook(
                    before.id(),
                    before.name(),
                    before.url(),
                    before.events(),
                    before.claimFilter(),
                    before.format(),
                    before.active(),
                    before.revision() + 1,
                    signing,
                    before.createdAt(),
                    before.createdById());
        });
        return new Secretive(rotated, true);
    }

    /** Ends it for good, with what was not sent yet. @throws Refusal for one that is not there */
    Webhook delete(Actor actor, WebhookNamed input) {
        actor.mustBe(Role.ADMIN);
        return changes.write(() -> {
            var before = locked(input.webhookId());
            webhooks.delete(before.id());
            changes.record(actor, "deleteWebhook", before.id(), before.state(true), before.state(false), List.of());
            return before;
        });
    }

    private Webhook insert(Actor actor, CreateWebhook input) {
        var problems = new Problems();
        var name = problems.text(input.name(), Problems.NAME, "name");
        var url = checked(input.url(), problems);
        var format = Objects.requireNonNullElse(input.format(), Webhook.Format.CLOUD_EVENTS);
        var events = events(Objects.requireNonNullElse(input.events(), Set.of(Notice.Kind.CLAIM_STANDING)));
        mustFit(format, events, problems);
        if (webhooks.count() >= MOST) {
            problems.add(
                    ProblemCode.INVALID, "There are %d webhooks, and no more go; delete one first.".formatted(MOST));
        }
        problems.refuse();
        var webhook = new Webhook(
                Id.next(Webhook.KIND),
                name,
                url,
                events,
                input.filter(),
                format,
                true,
                1,
                new Webhook.Signing(Secret.next(), null, null),
                clock.instant(),
                actor.id());
        webhooks.create(webhook, notices.now());
        changes.record(actor, "createWebhook", webhook.id(), null, webhook.state(true), List.of());
        return webhook;
    }

    private Webhook write(Actor actor, String action, @Nullable String id, UnaryOperator<Webhook> work) {
        return changes.write(() -> {
            var before = locked(id);
            var after = work.apply(before);
            webhooks.update(after);
            changes.record(actor, action, after.id(), before.state(true), after.state(true), List.of());
            return after;
        });
    }

    private Webhook locked(@Nullable String id) {
        var problems = new Problems();
        problems.id(id, List.of(Webhook.KIND), "webhookId");
        problems.refuse();
        return webhooks.locked(String.valueOf(id))
                .orElseThrow(
                        () -> Refusal.of(ProblemCode.NOT_FOUND, "There is no webhook %s.".formatted(id), "webhookId"));
    }

    private URI checked(@Nullable URI url, Problems problems) {
        var address = Objects.requireNonNullElse(url, URI.create(""));
        var wrong = addresses.check(address);
        if (wrong != null) {
            problems.add(ProblemCode.INVALID, wrong, "url");
        }
        return address;
    }

    private static List<Notice.Kind> events(Collection<Notice.Kind> events) {
        return events.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(events));
    }

    private static void mustFit(Webhook.Format format, List<Notice.Kind> events, Problems problems) {
        if (events.isEmpty()) {
            problems.add(ProblemCode.REQUIRED, "Name at least one sort of change to be told of.", "events");
        }
        if (format == Webhook.Format.SLACK && !events.equals(List.of(Notice.Kind.CLAIM_STANDING))) {
            problems.add(ProblemCode.INVALID, "A chat is told of claims only: leave it at CLAIM_STANDING.", "events");
        }
    }

    private Webhook present(String id) {
        return webhooks.byId(List.of(id)).values().stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        ProblemCode.NOT_FOUND,
                        "What this idempotencyKey created was deleted since; take a new one.",
                        "idempotencyKey"));
    }

    /**
     * A webhook whose secret may be new.
     *
     * @param isShown whether whoever asked is shown the secret: once, and not when they ask again
     */
    record Secretive(Webhook webhook, boolean isShown) {}

    /** A new webhook. */
    record CreateWebhook(
            @Nullable String name,
            @Nullable URI url,
            @Nullable Set<Notice.Kind> events,
            @Nullable ClaimFilter filter,
            Webhook.@Nullable Format format,
            @Nullable String idempotencyKey) {}

    /** What changes of a webhook; what is left out stays. */
    record UpdateWebhook(
            @Nullable String webhookId,
            long expectedRevision,
            @Nullable String name,
            @Nullable URI url,
            @Nullable Set<Notice.Kind> events,
            ArgumentValue<ClaimFilter> filter,
            Webhook.@Nullable Format format,
            @Nullable Boolean active) {}

    /** Which webhook. */
    record WebhookNamed(@Nullable String webhookId) {}
}

package dev.claimgraph.webhook;

import dev.claimgraph.notice.ClaimMoved;
import dev.claimgraph.notice.Notice;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes what an endpoint is sent of a notice, in the form that it asks for. */
@Component
class Messages {

    private final MessageSettings settings;

    Messages(MessageSettings settings) {
        this.settings = settings;
    }

    Message of(Notice notice, Webhook webhook, Instant now) {
        var id = "notice-" + notice.position();
        var secrets = webhook.signing().at(now);
        return switch (webhook.format()) {
            case CLOUD_EVENTS ->
                new Message(
                        webhook.url(),
                        id,
                        CloudEvent.CONTENT_TYPE,
                        event(id, notice).json(),
                        secrets);
            case SLACK -> new Message(webhook.url(), id, ChatText.CONTENT_TYPE, chat(notice), secrets);
        };
    }

    private CloudEvent event(String id, Notice notice) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", notice.aboutId());
        data.put("action", notice.action());
        data.put("personId", notice.personId());
        notice.data(JsonNode.class).properties().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        return new CloudEvent(id, settings.source(), type(notice.kind()), notice.aboutId(), notice.at(), data);
    }

    private String chat(Notice notice) {
        var moved = notice.data(ClaimMoved.class);
        var reasons = moved.reasons().stream()
                .map(why -> new Why(
                        why.code().name(),
                        why.message(),
                        why.statement(),
                        why.attribute(),
                        why.before(),
                        why.after(),
                        why.clearedBy() == null ? null : why.clearedBy().name()))
                .toList();
        return ChatText.of(new Told(
                notice.aboutId(),
                moved.text(),
                moved.from().name(),
                moved.to().name(),
                moved.wasUsable(),
                moved.usable(),
                reasons,
                settings.linkTo(notice.aboutId())));
    }

    private static String type(Notice.Kind kind) {
        return switch (kind) {
            case CLAIM_STANDING -> "dev.claimgraph.claim.standing.changed";
            case FACT_STANDING -> "dev.claimgraph.fact.standing.changed";
            case REVIEW -> "dev.claimgraph.review.moved";
            case QUESTION -> "dev.claimgraph.question.moved";
            case OWNER -> "dev.claimgraph.owner.changed";
        };
    }
}

package dev.claimgraph.copycheck;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Repeats;
import dev.claimgraph.paging.Connection;
import dev.claimgraph.paging.PageRequest;
import dev.claimgraph.search.Words;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.Id;
import dev.claimgraph.shared.ProblemCode;
import dev.claimgraph.shared.Problems;
import dev.claimgraph.shared.Refusal;
import dev.claimgraph.shared.Role;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the list of phrases that are not to be said: approvers keep it, and copy is held against it. */
@Component
public class FlaggedPhrases {

    static final String KIND = "phrase";

    /** The list is no longer than what is read for each check. */
    private static final int MOST = 10_000;

    private final FlaggedPhraseRepository phrases;
    private final ChangeLog changes;
    private final Repeats repeats;
    private final Clock clock;

    FlaggedPhrases(FlaggedPhraseRepository phrases, ChangeLog changes, Repeats repeats, Clock clock) {
        this.phrases = phrases;
        this.changes = changes;
        this.repeats = repeats;
        this.clock = clock;
    }

    Map<String, FlaggedPhrase> byId(Collection<String> ids) {
        return phrases.byId(ids).stream().collect(Collectors.toMap(FlaggedPhrase::id, Function.identity()));
    }

    Connection<FlaggedPhrase> page(PageRequest page) {
        return phrases.page(page);
    }

    /** All of them, the first one first. */
    Collection<FlaggedPhrase> all() {
        return phrases.all(MOST);
    }

    /**
     * Puts a phrase on the list; for approvers.
     *
     * @throws Refusal for a blank or over-long text, what is no language, a phrase without words, one that is there (KEY_TAKEN), or
     *     a list that is full
     */
    public FlaggedPhrase flag(Actor actor, FlagPhrase input) {
        actor.mustBe(Role.APPROVER);
        return changes.write(() -> repeats.once(
                actor, "flagPhrase", input.idempotencyKey(), input, () -> add(actor, input), this::present));
    }

    /** Takes a phrase off the list; for approvers. @throws Refusal for one that is not there */
    FlaggedPhrase unflag(Actor actor, UnflagPhrase input) {
        actor.mustBe(Role.APPROVER);
        return changes.write(() -> {
            var problems = new Problems();
            problems.id(input.phraseId(), List.of(KIND), "phraseId");
            problems.refuse();
            changes.inOrder();
            var id = String.valueOf(input.phraseId());
            var before = byId(List.of(id)).get(id);
            if (before == null) {
                throw Refusal.of(ProblemCode.NOT_FOUND, "There is no flagged phrase %s.".formatted(id), "phraseId");
            }
            phrases.delete(id);
            changes.record(actor, "unflagPhrase", id, before.state(true), before.state(false), List.of());
            return before;
        });
    }

    private FlaggedPhrase add(Actor actor, FlagPhrase input) {
        var phrase = checked(actor, input);
        changes.inOrder();
        phrases.byPrint(FlaggedPhrase.print(phrase.phrase(), phrase.locale())).ifPresent(there -> {
            var where = there.locale() == null ? "for all locales" : "for " + there.locale();
            var message = "\"%s\" is on the list %s already.".formatted(there.phrase(), where);
            throw Refusal.of(ProblemCode.KEY_TAKEN, message, "phrase");
        });
        if (phrases.count() >= MOST) {
            var message = "The list holds %,d phrases, and no more go; take one off it first.".formatted(MOST);
            throw Refusal.of(ProblemCode.INVALID, message, "phrase");
        }
        phrases.add(phrase);
        changes.record(actor, "flagPhrase", phrase.id(), null, phrase.state(true), List.of());
        return phrase;
    }

    private FlaggedPhrase checked(Actor actor, FlagPhrase input) {
        var problems = new Problems();
        var phrase = problems.text(input.phrase(), Problems.NAME, "phrase");
        if (!phrase.isEmpty() && !isFound(phrase)) {
            var message = "Nothing would be found by \"%s\" but a number: a phrase needs words.".formatted(phrase);
            problems.add(ProblemCode.INVALID, message, "phrase");
        }
        var reason = problems.text(input.reason(), Problems.TEXT, "reason");
        var alternative = problems.optionalText(input.alternative(), Problems.TEXT, "alternative");
        var locale = problems.optionalText(input.locale(), LanguageTag.LONGEST, "locale");
        var tag = locale == null ? null : LanguageTag.of(locale);
        if (locale != null && tag == null) {
            problems.add(
                    ProblemCode.INVALID, "\"%s\" is no language tag such as en or de-CH.".formatted(locale), "locale");
        }
        problems.refuse();
        var forbidden = Boolean.TRUE.equals(input.forbidden());
        return new FlaggedPhrase(
                Id.next(KIND), phrase, reason, alternative, tag, forbidden, actor.id(), clock.instant());
    }

    /** A number alone, or a sign, would be found in far too much. */
    private static boolean isFound(String phrase) {
        var words = Words.of(phrase);
        return words.size() > 1
                || words.stream()
                        .anyMatch(word -> Character.isLetter(word.text().codePointAt(0)));
    }

    private FlaggedPhrase present(String id) {
        var phrase = byId(List.of(id)).get(id);
        if (phrase == null) {
            var message = "What this idempotencyKey put on the list was taken off it since; take a new one.";
            throw Refusal.of(ProblemCode.NOT_FOUND, message, "idempotencyKey");
        }
        return phrase;
    }

    /** A phrase for the list. */
    public record FlagPhrase(
            @Nullable String phrase,
            @Nullable String reason,
            @Nullable String alternative,
            @Nullable String locale,
            @Nullable Boolean forbidden,
            @Nullable String idempotencyKey) {}

    /** A phrase that is off the list. */
    record UnflagPhrase(@Nullable String phraseId) {}
}

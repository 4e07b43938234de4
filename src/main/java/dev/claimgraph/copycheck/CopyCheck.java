package dev.claimgraph.copycheck;

import dev.claimgraph.history.ChangeLog;
import dev.claimgraph.history.Past;
import dev.claimgraph.shared.Actor;
import dev.claimgraph.shared.BadArgument;
import dev.claimgraph.shared.Fingerprint;
import dev.claimgraph.shared.Id;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to copy check: anybody has a draft checked, and what was answered is kept. */
@Component
class CopyCheck {

    static final String KIND = "check";

    /** Moves with every change of what the same draft and the same library are answered. */
    private static final int RULES = 3;

    private static final int LONGEST_DRAFT = 100_000;
    private static final int LONGEST_CHANNEL = 100;

    private final Checker checker;
    private final FlaggedPhrases flaggedPhrases;
    private final CheckRunRepository runs;
    private final Past past;
    private final ChangeLog changes;
    private final Clock clock;

    CopyCheck(
            Checker checker,
            FlaggedPhrases flaggedPhrases,
            CheckRunRepository runs,
            Past past,
            ChangeLog changes,
            Clock clock) {
        this.checker = checker;
        this.flaggedPhrases = flaggedPhrases;
        this.runs = runs;
        this.past = past;
        this.changes = changes;
        this.clock = clock;
    }

    Map<String, CheckRun> byId(Collection<String> ids) {
        return runs.byId(ids);
    }

    /**
     * What is to be said of a draft. The same draft against the same library is the same run, whoever asks.
     *
     * @param format the one that it looks like where null
     * @throws BadArgument for a text, a channel or a locale that is too long, or a locale that is none
     */
    CheckRun check(
            Actor actor, String text, @Nullable String channel, @Nullable String locale, @Nullable CopyFormat format) {
        limit("text", text, LONGEST_DRAFT);
        var place = blankIsNull(channel);
        limit("channel", place, LONGEST_CHANNEL);
        var language = language(blankIsNull(locale));
        var form = format == null ? CopyFormat.of(text) : format;
        var state = past.position();
        var findings = text.isBlank() ? List.<CheckFinding>of() : findings(Draft.read(text, form, place, language));
        var run = new CheckRun(
                Id.next(KIND),
                Verdict.of(findings),
                findings,
                Fingerprint.sha256(text),
                state,
                RULES,
                place,
                language,
                form,
                text.length(),
                clock.instant(),
                actor.id());
        return changes.write(() -> runs.keep(run));
    }

    private List<CheckFinding> findings(Draft draft) {
        var findings = new ArrayList<>(checker.findings(draft));
        findings.addAll(FlaggedWords.of(flaggedPhrases.all(), draft.locale()).in(draft.copy()));
        findings.sort(CheckFinding.IN_ORDER);
        return findings;
    }

    private static @Nullable String language(@Nullable String locale) {
        if (locale == null) {
            return null;
        }
        limit("locale", locale, LanguageTag.LONGEST);
        var tag = LanguageTag.of(locale);
        if (tag == null) {
            throw new BadArgument("locale is no language tag such as en or de-CH.");
        }
        return tag;
    }

    private static void limit(String argument, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new BadArgument(
                    "%s has %,d characters; at most %,d are checked.".formatted(argument, text.length(), longest));
        }
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

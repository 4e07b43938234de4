package dev.claimgraph.claim;

import dev.claimgraph.access.People;
import dev.claimgraph.history.ChangeLog;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Gives the claims of a generated library the changes that the doors would have logged, without which nothing is told of them. */
public final class LoggedLibrary {

    private static final int AT_ONCE = 1_000;

    private LoggedLibrary() {}

    public static void log(ApplicationContext context, List<String> claimIds) {
        var claims = context.getBean(Claims.class);
        var changes = context.getBean(ChangeLog.class);
        var marketer = context.getBean(People.class).actor("marketer").orElseThrow();
        for (var from = 0; from < claimIds.size(); from += AT_ONCE) {
            var page = claimIds.subList(from, Math.min(claimIds.size(), from + AT_ONCE));
            changes.writeAtLength(() -> {
                claims.byId(page).values().forEach(claim -> changes.record(
                        marketer, "draftClaim", claim.id(), null, claim.state(), claim.content().touched()));
                return page;
            });
        }
    }
}

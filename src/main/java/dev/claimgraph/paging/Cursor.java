package dev.claimgraph.paging;

import dev.claimgraph.shared.BadArgument;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a list: the sort key and the id of one item, bound to the list that gave it, its filter and its order.
 *
 * @param scope a fingerprint of the list, its filter and its order
 */
public record Cursor(String scope, String key, String id) {

    private static final String SEPARATOR = "\u001f";

    public String encode() {
        var text = String.join(SEPARATOR, scope, id, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws BadArgument where the text is no cursor, or one of another list, filter or order */
    public static Cursor decode(String text, String scope, String argument) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, 3);
            if (parts.length == 3 && parts[0].equals(scope)) {
                return new Cursor(parts[0], parts[2], parts[1]);
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, as for any other text that is no cursor of this list
        }
        throw new BadArgument(
                "%s is not a cursor of this list with this filter and order; ask for the first page again."
                        .formatted(argument));
    }
}

package dev.claimgraph.webhook;

/**
 * Text that people wrote, made harmless for Slack's markup: on one line, without what mentions, links and commands are made of, and no
 * longer than it may be.
 */
final class Mrkdwn {

    private Mrkdwn() {}

    /** @param most characters of the outcome; what is cut off leaves an ellipsis */
    static String of(String text, int most) {
        var line = text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
        var escaped = new StringBuilder();
        for (var i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            var next = escaped(line.codePointAt(i));
            var isLast = line.offsetByCodePoints(i, 1) == line.length();
            if (escaped.length() + next.length() > (isLast ? most : most - 1)) {
                return escaped.append('…').toString();
            }
            escaped.append(next);
        }
        return escaped.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(character);
        };
    }
}

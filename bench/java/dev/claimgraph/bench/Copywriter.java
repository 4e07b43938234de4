package dev.claimgraph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes marketing copy from the templates and words in {@code bench/copy}: the same each time, a few words of it very often. */
public final class Copywriter {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final int SENTENCES_A_PARAGRAPH = 5;

    private final Random random;
    private final List<String> claims;
    private final List<String> others;
    private final Map<String, List<String>> words = new HashMap<>();

    Copywriter(long seed) {
        random = new Random(seed);
        claims = lines("claims.txt");
        others = lines("others.txt");
        for (var line : lines("words.txt")) {
            var list = line.split(": ");
            words.put(list[0], Arrays.stream(list[1].split(" ")).distinct().toList());
        }
    }

    /** So many different claims. */
    List<String> claims(int count) {
        var texts = new LinkedHashSet<String>();
        while (texts.size() < count) {
            texts.add(filled(any(claims)));
        }
        return List.copyOf(texts);
    }

    /** The next one, which may have been written before. */
    String claim() {
        return filled(any(claims));
    }

    /** What somebody looks for: a few words of something that a claim may say. */
    String query() {
        var said = filled(any(claims)).replaceAll("\\p{Punct}", "").split(" ");
        var length = Math.min(said.length, 3 + random.nextInt(4));
        var from = random.nextInt(said.length - length + 1);
        return String.join(" ", Arrays.copyOfRange(said, from, from + length));
    }

    /** So many characters, a third of whose sentences are some of these claims, every other one of them edited. */
    public String draft(List<String> claims, int length) {
        var draft = new StringBuilder();
        for (var i = 0; draft.length() < length; i++) {
            draft.append(
                    switch (i % 6) {
                        case 0 -> any(claims);
                        case 3 -> edited(any(claims));
                        default -> filled(any(others));
                    });
            draft.append(i % SENTENCES_A_PARAGRAPH == SENTENCES_A_PARAGRAPH - 1 ? "\n\n" : " ");
        }
        return draft.substring(0, length);
    }

    /** With another number or, where it has none, one word fewer. */
    private String edited(String claim) {
        var number = NUMBER.matcher(claim);
        if (number.find()) {
            return number.replaceFirst(number());
        }
        var words = new ArrayList<>(List.of(claim.split(" ")));
        words.remove(1 + random.nextInt(words.size() - 2));
        return String.join(" ", words);
    }

    private String filled(String template) {
        var text = BLANK.matcher(template).replaceAll(blank -> word(blank.group(1)));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String word(String kind) {
        return switch (kind) {
            case "number" -> number();
            case "count" -> "%,d".formatted(10 * (1 + often(500)));
            case "product" -> name(2);
            case "company" -> name(1);
            default -> often(words.get(kind));
        };
    }

    private String number() {
        return String.valueOf(2 + often(97));
    }

    /** Of so many syllables between the first and the last. */
    private String name(int middle) {
        var name = new StringBuilder(often(words.get("start")));
        for (var i = 0; i < middle; i++) {
            name.append(often(words.get("middle")));
        }
        name.append(often(words.get("end"))).setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** The first ones far more often than the last. */
    private String often(List<String> list) {
        return list.get(often(list.size()));
    }

    private int often(int size) {
        return (int) (size * Math.pow(random.nextDouble(), 2.5));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of("bench/copy", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.claimgraph.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that a caller hears all of it at once. */
public class Problems {

    public static final int TEXT = 2_000;
    public static final int NAME = 200;
    public static final int LONG_TEXT = 10_000;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final List<Problem> found = new ArrayList<>();

    public void add(ProblemCode code, String message, Object... path) {
        found.add(Problem.of(code, message, path));
    }

    /** What another found. */
    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    /** A text that must be there: returned trimmed, or reported as REQUIRED or TOO_LONG. */
    public String text(@Nullable String value, int longest, Object... path) {
        var text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            add(ProblemCode.REQUIRED, "%s must not be blank.".formatted(last(path)), path);
        }
        limit(text, longest, path);
        return text;
    }

    /** A text that may be left out: null where it was or is blank, else trimmed. */
    public @Nullable String optionalText(@Nullable String value, int longest, Object... path) {
        if (value == null || value.isBlank()) {
            return null;
        }
        limit(value.strip(), longest, path);
        return value.strip();
    }

    public void key(@Nullable String value, Object... path) {
        if (value == null || value.isBlank()) {
            add(ProblemCode.REQUIRED, "%s must not be blank.".formatted(last(path)), path);
        } else if (value.length() > 100) {
            add(
                    ProblemCode.TOO_LONG,
                    "%s has %d characters; at most 100 go.".formatted(last(path), value.length()),
                    path);
        } else if (!KEY.matcher(value).matches()) {
            var message = "%s may hold letters, digits, '-', '_' and '.' only.".formatted(last(path));
            add(ProblemCode.INVALID, message, path);
        }
    }

    /** An id of one of these kinds; another kind is WRONG_TYPE, whether or not it exists. */
    public boolean id(@Nullable String value, List<String> kinds, Object... path) {
        if (value == null || value.isBlank()) {
            add(ProblemCode.REQUIRED, "%s is required.".formatted(last(path)), path);
            return false;
        }
        var kind = Id.kindOf(value);
        if (kind != null && !kinds.contains(kind)) {
            var message =
                    "%s must be the id of a %s, not of a %s.".formatted(last(path), String.join(" or ", kinds), kind);
            add(ProblemCode.WRONG_TYPE, message, path);
            return false;
        }
        return true;
    }

    /** The place of a field within a place. */
    public static Object[] at(Object[] path, Object field) {
        var longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = field;
        return longer;
    }

    public int count() {
        return found.size();
    }

    /** @throws Refusal with everything that was found, if anything was */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new Refusal(found);
        }
    }

    /** One of their own for each of many inputs. */
    public static List<Problems> each(List<?> inputs) {
        return inputs.stream().map(input -> new Problems()).toList();
    }

    /** What was found. */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    /** @throws Refusal with everything that was found in any of many inputs, each under its place */
    public static void refuse(List<Problems> each) {
        var all = new ArrayList<Problem>();
        for (var i = 0; i < each.size(); i++) {
            for (var problem : each.get(i).found) {
                all.add(problem.under(i));
            }
        }
        if (!all.isEmpty()) {
            throw new Refusal(all);
        }
    }

    private void limit(String text, int longest, Object... path) {
        var length = text.codePointCount(0, text.length());
        if (length > longest) {
            add(
                    ProblemCode.TOO_LONG,
                    "%s has %,d characters; at most %,d go.".formatted(last(path), length, longest),
                    path);
        }
    }

    private static Object last(Object... path) {
        var last = path[path.length - 1];
        return last instanceof Integer && path.length > 1 ? path[path.length - 2] + "[" + last + "]" : last;
    }
}

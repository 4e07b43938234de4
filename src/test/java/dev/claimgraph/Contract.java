package dev.claimgraph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The operations that front-end apps send, by name. */
public final class Contract {

    private static final Pattern START = Pattern.compile("(?m)^(?=(?:query|mutation|subscription) \\w)");
    private static final Pattern NAME = Pattern.compile("^\\w+ (\\w+)");
    private static final Map<String, String> OPERATIONS = read();

    private Contract() {}

    public static Map<String, String> operations() {
        return OPERATIONS;
    }

    public static String operation(String name) {
        var operation = OPERATIONS.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("The contract has no operation " + name);
        }
        return operation;
    }

    private static Map<String, String> read() {
        try {
            var text = new ClassPathResource("contract/core.graphql").getContentAsString(StandardCharsets.UTF_8);
            var operations = new LinkedHashMap<String, String>();
            for (var part : START.split(text)) {
                var name = NAME.matcher(part);
                if (name.find()) {
                    operations.put(
                            name.group(1), part.replaceAll("(?m)^#.*$", "").strip());
                }
            }
            return operations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

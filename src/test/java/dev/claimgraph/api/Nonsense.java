package dev.claimgraph.api;

import dev.claimgraph.Contract;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that mean nothing: the contract's operations with odd variables, mangled, and garbled; always the same ones in the same order. */
public final class Nonsense {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+): (\\w+)");
    private static final List<Object> ODD = odd();
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "\"",
            "\\",
            "$",
            "!",
            ":",
            "...",
            "@",
            "#",
            "&",
            "|",
            "=",
            "\u0000",
            "\u0007",
            "\n",
            "\uFEFF",
            "\uD83D",
            "\u202E",
            "null",
            "true",
            "-",
            "1e999",
            "99999999999999999999",
            "__schema",
            "__typename",
            "fragment",
            "query",
            "mutation",
            "subscription",
            "on",
            "first: 1000000",
            "\"\"\"",
            "\\u0000",
            "\\ud800",
            "'",
            ";",
            "MATCH",
            "id");

    private final Random random = new Random(20261122);
    private final List<String> operations =
            new ArrayList<>(Contract.operations().values());

    public byte[] next() {
        var document = operations.get(random.nextInt(operations.size()));
        var wanted = VARIABLE.matcher(document)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        var variables = new HashMap<String, Object>();
        wanted.forEach(name -> variables.put(name, odd(3)));
        if (random.nextInt(3) == 0) {
            document = mangled(document, 1 + random.nextInt(4));
        }
        var request = new HashMap<String, Object>();
        request.put("query", random.nextInt(40) == 0 ? odd(2) : document);
        request.put("variables", random.nextInt(40) == 0 ? odd(2) : variables);
        if (random.nextInt(40) == 0) {
            request.put("operationName", odd(1));
            request.put("extensions", odd(2));
        }
        var body = JSON.writeValueAsString(random.nextInt(200) == 0 ? odd(2) : request);
        if (random.nextInt(5) == 0) {
            body = mangled(body, 1 + random.nextInt(3));
        }
        return random.nextInt(20) == 0 ? garbled(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private Object odd(int depth) {
        var choice = random.nextInt(depth > 0 ? 10 : 6);
        return switch (choice) {
            case 6, 7 -> {
                var fields = new HashMap<String, Object>();
                for (var name : List.of(
                        "id",
                        "key",
                        "input",
                        "factId",
                        "claimId",
                        "text",
                        "number",
                        "value",
                        "expectedRevision",
                        "featureId")) {
                    if (random.nextBoolean()) {
                        fields.put(name, odd(depth - 1));
                    }
                }
                yield fields;
            }
            case 8, 9 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> odd(depth - 1))
                        .toList();
            default -> ODD.get(random.nextInt(ODD.size()));
        };
    }

    private String mangled(String text, int times) {
        var mangled = new StringBuilder(text);
        for (var i = 0; i < times; i++) {
            var from = random.nextInt(mangled.length() + 1);
            var to = Math.min(mangled.length(), from + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> mangled.delete(from, to);
                case 1 -> mangled.insert(from, mangled.substring(from, to).repeat(random.nextInt(20)));
                default -> mangled.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return mangled.toString();
    }

    private byte[] garbled(String text) {
        var bytes = new ByteArrayOutputStream();
        for (var part : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.write(random.nextInt(50) == 0 ? 0x80 + random.nextInt(0x80) : part);
        }
        return bytes.toByteArray();
    }

    private static List<Object> odd() {
        var odd = new ArrayList<Object>(List.of(
                "",
                " ",
                "x",
                "claim_01m81xmk1cw0kewf76qrvq9r13",
                "fact_",
                "\u0000",
                "\uD83D\uDE00".repeat(500),
                "x".repeat(3_000),
                "null",
                "2026-13-45T99:99:99Z",
                "*:* OR \"",
                "\n\r\t",
                0,
                -1,
                1,
                2_147_483_648L,
                Long.MAX_VALUE,
                1e300,
                0.1,
                true,
                false,
                List.of(),
                Map.of()));
        odd.add(new java.math.BigDecimal("1e-400"));
        odd.add(new java.math.BigInteger("9".repeat(400)));
        Object deep = "deep";
        for (var i = 0; i < 60; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("input", deep);
        }
        odd.add(deep);
        return odd;
    }
}

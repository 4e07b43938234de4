package dev.claimgraph.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** One release of the web platform's features, read as plain data. */
record WebPlatform(Map<String, Feature> features) {

    static WebPlatform release(String version) {
        try (var json = new ClassPathResource("web-platform/release-%s.json".formatted(version)).getInputStream()) {
            var features = new LinkedHashMap<String, Feature>();
            Arrays.stream(JsonMapper.shared().readValue(json, Entry[].class))
                    .forEach(entry -> features.put(entry.key(), entry.feature()));
            return new WebPlatform(features);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param attributes by name, each as its type and its text: {@code version 12.1} */
    record Feature(String key, String name, String summary, Map<String, String> attributes) {

        /** The attributes as a caller sends them. */
        static Map<String, Object> value(String typed) {
            var space = typed.indexOf(' ');
            return Map.of(typed.substring(0, space), typed.substring(space + 1));
        }
    }

    private record Entry(String key, String name, String summary, List<Map<String, String>> attributes) {

        Feature feature() {
            var byName = new TreeMap<String, String>();
            attributes.forEach(attribute -> attribute.forEach((type, value) -> {
                if (!type.equals("name")) {
                    byName.put(attribute.get("name"), type + " " + value);
                }
            }));
            return new Feature(key, name, summary, byName);
        }
    }
}

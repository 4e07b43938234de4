package dev.claimgraph.api;

import graphql.ExecutionInput;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents that alone are answered, where a manifest lists them: a JSON file with each document under its SHA-256 in hexadecimal
 * digits. A client sends a document itself or, as {@code extensions.persistedQuery.sha256Hash}, its hash.
 */
@Component
class TrustedDocuments {

    private static final String PROPERTY = "claimgraph.trusted-documents";

    private final Map<String, String> byHash;
    private final Set<String> documents;
    private final boolean areAll;

    TrustedDocuments(@Value("${" + PROPERTY + ":}") String manifest) {
        this.areAll = !manifest.isEmpty();
        this.byHash = areAll ? read(manifest) : Map.of();
        this.documents = new HashSet<>(byHash.values());
    }

    /** The document that a request names or carries; null where it is none that is answered. */
    @Nullable
    String document(ExecutionInput input) {
        var sent = input.getQuery();
        if (sent.equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER)) {
            return input.getExtensions().get("persistedQuery") instanceof Map<?, ?> named
                            && named.get("sha256Hash") instanceof String hash
                    ? byHash.get(hash)
                    : null;
        }
        return !areAll || documents.contains(sent) ? sent : null;
    }

    private static Map<String, String> read(String manifest) {
        try {
            Map<String, String> byHash =
                    JsonMapper.shared().readerForMapOf(String.class).readValue(Files.readString(Path.of(manifest)));
            byHash.forEach((hash, document) -> {
                if (!hash.equals(sha256(document))) {
                    throw unusable(manifest, "what stands under %s has another SHA-256".formatted(hash));
                }
            });
            return Map.copyOf(byHash);
        } catch (IOException e) {
            throw unusable(manifest, "there is no such file that can be read");
        } catch (JacksonException e) {
            throw unusable(manifest, "it is no JSON object of documents by their SHA-256");
        }
    }

    private static InvalidConfigurationPropertyValueException unusable(String manifest, String why) {
        return new InvalidConfigurationPropertyValueException(PROPERTY, manifest, why);
    }

    private static String sha256(String document) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

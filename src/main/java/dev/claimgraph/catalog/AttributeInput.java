package dev.claimgraph.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An attribute as a caller sends it; {@link AttributeValue#parse} reads its value. */
public record AttributeInput(String name, @Nullable Map<String, Object> value) {}

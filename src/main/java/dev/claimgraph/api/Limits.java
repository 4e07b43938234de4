package dev.claimgraph.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one request may ask for, each settable as {@code claimgraph.limits.…}; more is refused before anything is read.
 *
 * @param body of the HTTP request
 * @param tokens of the document
 * @param depth fields within fields
 * @param fields named, those of a fragment as often as it is spread
 * @param aliases given
 * @param directives used
 * @param complexity fields that the answer may have at most, pages taken as full
 * @param variableDepth lists and objects within each other in the variables
 * @param pageSize items of one page
 */
@ConfigurationProperties("claimgraph.limits")
record Limits(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("5000") int tokens,
        @DefaultValue("20") int depth,
        @DefaultValue("400") int fields,
        @DefaultValue("50") int aliases,
        @DefaultValue("50") int directives,
        @DefaultValue("50000") int complexity,
        @DefaultValue("20") int variableDepth,
        @DefaultValue("100") int pageSize) {}

package dev.claimgraph.exchange;

import dev.claimgraph.catalog.SubjectType;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row may be of. Its fields are those of the input of the mutation that creates such a thing; where these take an id, a row may
 * have a key.
 */
enum RowType {
    PERSON("Person", "person", null, "ExpectedPersonInput", "ExpectedPersonInput", "personId", Map.of()),
    TEAM("Team", "team", null, "CreateTeamInput", "TeamMembersInput", "teamId", Map.of("memberIds", "person")),
    PRODUCT(
            "Product",
            "product",
            null,
            "CreateProductInput",
            "ReviseProductInput",
            "productId",
            Map.of("ownerId", "owner")),
    PERSONA(
            "Persona",
            "persona",
            SubjectType.PERSONA,
            "CreatePersonaInput",
            "RevisePersonaInput",
            "personaId",
            Map.of("ownerId", "owner")),
    FEATURE(
            "Feature",
            "feature",
            SubjectType.FEATURE,
            "CreateFeatureInput",
            "ReviseFeatureInput",
            "featureId",
            Map.of("ownerId", "owner", "productId", "product")),
    MARKET_PROBLEM(
            "MarketProblem",
            "problem",
            SubjectType.MARKET_PROBLEM,
            "CreateMarketProblemInput",
            "ReviseMarketProblemInput",
            "marketProblemId",
            Map.of("ownerId", "owner", "personaIds", "persona", "featureIds", "feature")),
    COMPETITOR(
            "Competitor",
            "competitor",
            SubjectType.COMPETITOR,
            "CreateCompetitorInput",
            "ReviseCompetitorInput",
            "competitorId",
            Map.of("ownerId", "owner")),
    FACT("Fact", "fact", null, "RecordFactInput", "ReviseFactInput", "factId", Map.of("subjectId", "subject")),
    CLAIM(
            "Claim",
            "claim",
            null,
            "DraftClaimInput",
            "ReviseClaimInput",
            "claimId",
            Map.of(
                    "factIds", "fact",
                    "personaIds", "persona",
                    "marketProblemIds", "problem",
                    "competitorIds", "competitor")),
    USAGE("Usage", "usage", null, "RecordUsageInput", "RecordUsageInput", "usageId", Map.of("claimId", "claim"));

    /** The name in the schema, and in a row. */
    final String typename;

    /** What its ids begin with. */
    final String kind;

    final @Nullable SubjectType subject;
    final String creation;
    final String revision;

    /** The revision's field that names it. */
    final String idField;

    /** Whether an admin may attest that it was verified or approved, or how it ended. */
    final boolean isAttested;

    /** The fields that name other things, each with their kind; the key of a subject or an owner stands behind its kind: feature/sync. */
    final Map<String, String> references;

    RowType(
            String typename,
            String kind,
            @Nullable SubjectType subject,
            String creation,
            String revision,
            String idField,
            Map<String, String> references) {
        this.typename = typename;
        this.kind = kind;
        this.subject = subject;
        this.creation = creation;
        this.revision = revision;
        this.idField = idField;
        this.references = references;
        this.isAttested = kind.equals("fact") || kind.equals("claim");
    }

    static Optional<RowType> of(Object typename) {
        return Arrays.stream(values())
                .filter(type -> type.typename.equals(typename))
                .findFirst();
    }
}

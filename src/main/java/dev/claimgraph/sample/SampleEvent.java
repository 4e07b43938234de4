package dev.claimgraph.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.claimgraph.catalog.AttributeInput;
import dev.claimgraph.catalog.Lifecycle;
import dev.claimgraph.catalog.ReviseSubject;
import dev.claimgraph.catalog.SubjectType;
import dev.claimgraph.fact.Decision;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What happened at the sample company after its claims were written: one write each, named as its mutation. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @Type(name = "revise", value = SampleEvent.Revise.class),
    @Type(name = "verify", value = SampleEvent.Verify.class),
    @Type(name = "retract", value = SampleEvent.Retract.class),
    @Type(name = "reviseClaim", value = SampleEvent.ReviseClaim.class),
    @Type(name = "reaffirm", value = SampleEvent.Reaffirm.class),
    @Type(name = "endUsage", value = SampleEvent.EndUsage.class)
})
sealed interface SampleEvent extends SampleEntry {

    /** A subject is revised. */
    record Revise(
            @Nullable String feature,
            @Nullable String persona,
            @Nullable String marketProblem,
            @Nullable String competitor,
            @Nullable String note,
            @Nullable String name,
            @Nullable String summary,
            @Nullable Lifecycle lifecycle,
            @Nullable List<AttributeInput> setAttributes,
            @Nullable List<String> removeAttributes)
            implements SampleEvent {

        @Override
        public String key() {
            return "revise " + about().key();
        }

        SampleAbout about() {
            return new SampleAbout(feature, persona, marketProblem, competitor);
        }

        ReviseSubject input(String id, long expectedRevision) {
            var type = about().type();
            return new ReviseSubject(
                    type == SubjectType.FEATURE ? id : null,
                    type == SubjectType.PERSONA ? id : null,
                    type == SubjectType.MARKET_PROBLEM ? id : null,
                    type == SubjectType.COMPETITOR ? id : null,
                    expectedRevision,
                    note,
                    name,
                    summary == null ? ArgumentValue.omitted() : ArgumentValue.ofNullable(summary),
                    lifecycle,
                    setAttributes,
                    removeAttributes,
                    null,
                    null);
        }
    }

    /** A fact is decided on. */
    record Verify(
            @JsonProperty(required = true) String fact,
            @JsonProperty(required = true) Decision decision,
            @Nullable String note,
            @Nullable String statement)
            implements SampleEvent {

        @Override
        public String key() {
            return "verify " + fact;
        }
    }

    /** A fact is taken back. */
    record Retract(
            @JsonProperty(required = true) String fact,
            @Nullable String reason) implements SampleEvent {

        @Override
        public String key() {
            return "retract " + fact;
        }
    }

    /** A claim gets new wording. */
    record ReviseClaim(
            @JsonProperty(required = true) String claim,
            @Nullable String text,
            @Nullable List<String> qualifiers) implements SampleEvent {

        @Override
        public String key() {
            return "reviseClaim " + claim;
        }
    }

    /** A claim still fits. */
    record Reaffirm(
            @JsonProperty(required = true) String claim,
            @Nullable String note) implements SampleEvent {

        @Override
        public String key() {
            return "reaffirm " + claim;
        }
    }

    /** A claim is taken down somewhere. */
    record EndUsage(
            @JsonProperty(required = true) String claim,
            @JsonProperty(required = true) URI url) implements SampleEvent {

        @Override
        public String key() {
            return "endUsage " + place();
        }

        String place() {
            return SampleClaim.place(claim, url);
        }
    }
}

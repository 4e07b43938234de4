package dev.claimgraph.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.stereotype.Controller;
import org.threeten.extra.PeriodDuration;

class ScalarTests {

    private static final String SCHEMA = """
        type Query {
          time(value: DateTime): DateTime
          day(value: Date): Date
          length(value: Duration): Duration
          address(value: URL): URL
          number(value: Decimal): Decimal
          digits(value: Decimal): String
        }
        scalar DateTime scalar Date scalar Duration scalar URL scalar Decimal
        """;

    private final GraphQlTester graphQl = SmallApi.of(SCHEMA, new Echo());

    @ParameterizedTest
    @CsvSource({
        "time, DateTime, 2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "time, DateTime, 2026-03-01T14:30:00+02:30, 2026-03-01T12:00:00Z",
        "time, DateTime, 2026-03-01T12:00:00.125Z, 2026-03-01T12:00:00.125Z",
        "day, Date, 2028-02-29, 2028-02-29",
        "length, Duration, P6M, P6M",
        "length, Duration, P1DT12H, P1DT12H",
        "length, Duration, P100Y, P100Y",
        "address, URL, https://example.com/a?b=c#d, https://example.com/a?b=c#d",
        "number, Decimal, 50, 50",
        "number, Decimal, 1e3, 1000",
        "number, Decimal, -0.125, -0.125"
    })
    void readAndPrint(String field, String type, String value, String printed) {
        assertThat(literal(field, '"' + value + '"')).hasToString(printed);
        assertThat(variable(field, type, value)).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50",
                "-0.10",
                "1e3",
                "1234567890123456789012345678901.234",
                "10000000000000000000000000000000000000000"
            })
    void decimalsKeepTheirDigits(String number) {
        var digits = new BigDecimal(number).toPlainString();
        assertThat(literal("digits", number)).isEqualTo(digits);
        assertThat(variable("digits", "Decimal", number)).isEqualTo(digits);
        assertThat(variable("digits", "Decimal", new BigDecimal(number))).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "time, DateTime, 2026-03-01T12:00:00",
        "time, DateTime, 2026-03-01",
        "time, DateTime, +20260-03-01T12:00:00Z",
        "time, DateTime, 1772366400",
        "day, Date, 2026-02-29",
        "day, Date, 0000-01-01",
        "length, Duration, P0D",
        "length, Duration, -P1D",
        "length, Duration, P1M-2D",
        "length, Duration, P101Y",
        "length, Duration, PT1000000H",
        "length, Duration, P99999999999Y",
        "address, URL, ftp://example.com",
        "address, URL, //example.com",
        "address, URL, javascript:alert(1)",
        "address, URL, https:///nowhere",
        "address, URL, not an address",
        "number, Decimal, 1e999999999",
        "number, Decimal, 1e99999999999",
        "number, Decimal, 1e-101",
        "number, Decimal, 0e-999999999",
        "number, Decimal, 12345678901234567890123456789012345",
        "number, Decimal, NaN",
        "number, Decimal, twelve"
    })
    void refuse(String field, String type, String value) {
        refused("{ %s(value: \"%s\") }".formatted(field, value), Map.of(), type);
        refused("query ($value: %s) { %s(value: $value) }".formatted(type, field), Map.of("value", value), type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99999999999", "true", "[1, 2]", "{a: 1}", "ENUM"})
    void refuseLiterals(String literal) {
        refused("{ number(value: %s) }".formatted(literal), Map.of(), "");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void refuseNumbers(double number) {
        refused("query ($value: Decimal) { number(value: $value) }", Map.of("value", number), "Decimal");
    }

    private Object literal(String field, String literal) {
        return value(graphQl.document("{ %s(value: %s) }".formatted(field, literal)), field);
    }

    private Object variable(String field, String type, Object value) {
        var query = "query ($value: %s) { %s(value: $value) }".formatted(type, field);
        return value(graphQl.document(query).variable("value", value), field);
    }

    private static Object value(GraphQlTester.Request<?> request, String field) {
        return request.execute().path(field).entity(Object.class).get();
    }

    private void refused(String query, Map<String, Object> variables, String mentioned) {
        graphQl.document(query)
                .variables(new HashMap<>(variables))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", "BAD_REQUEST");
                    assertThat(error.getMessage()).contains(mentioned).doesNotContain("java.", "Exception");
                }));
    }

    @Controller
    static class Echo {

        @QueryMapping
        @Nullable
        Instant time(@Argument @Nullable Instant value) {
            return value;
        }

        @QueryMapping
        @Nullable
        LocalDate day(@Argument @Nullable LocalDate value) {
            return value;
        }

        @QueryMapping
        @Nullable
        PeriodDuration length(@Argument @Nullable PeriodDuration value) {
            return value;
        }

        @QueryMapping
        @Nullable
        URI address(@Argument @Nullable URI value) {
            return value;
        }

        @QueryMapping
        @Nullable
        BigDecimal number(@Argument @Nullable BigDecimal value) {
            return value;
        }

        @QueryMapping
        String digits(@Argument BigDecimal value) {
            return value.toPlainString();
        }
    }
}

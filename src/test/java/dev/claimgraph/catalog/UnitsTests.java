package dev.claimgraph.catalog;

import static dev.claimgraph.catalog.SomeValues.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/** One amount is equal in every unit that it is written in, to the last digit. */
class UnitsTests {

    @Property
    void anAmountIsEqualInEveryUnit(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(3) BigDecimal amount,
            @ForAll("conversions") Conversion conversion) {
        var large = number(amount, conversion.large());
        var small = number(amount.multiply(conversion.factor()), conversion.small());
        assertThat(large.fingerprint()).isEqualTo(small.fingerprint());
        assertThat(large.compare(small)).hasValue(0);
    }

    @Property
    void amountsInDifferentUnitsAreOrderedAsTheyAreInOne(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(3) BigDecimal amount,
            @ForAll @BigRange(min = "-2", max = "2") @Scale(3) BigDecimal more,
            @ForAll("conversions") Conversion conversion) {
        var large = number(amount, conversion.large());
        var small = number(amount.multiply(conversion.factor()).add(more), conversion.small());
        assertThat(small.compare(large).orElseThrow()).isEqualTo(more.signum());
        assertThat(large.compare(small).orElseThrow()).isEqualTo(-more.signum());
        assertThat(large.fingerprint().equals(small.fingerprint())).isEqualTo(more.signum() == 0);
    }

    @Provide
    Arbitrary<Conversion> conversions() {
        return Arbitraries.of(
                of("GB", "1000", "MB"),
                of("kB", "1000", "B"),
                of("KB", "1", "kB"),
                of("EB", "1e18", "B"),
                of("KiB", "1024", "B"),
                of("GiB", "1073741824", "B"),
                of("EiB", "1048576", "TiB"),
                of("B", "8", "bit"),
                of("GB", "8000", "Mbit"),
                of("MB/s", "8", "Mbps"),
                of("MiB/s", "8388608", "bit/s"),
                of("s", "1000", "ms"),
                of("ms", "1e6", "ns"),
                of("min", "60", "seconds"),
                of("h", "60", "min"),
                of("days", "24", "hours"),
                of("week", "7", "d"),
                of("GHz", "1e9", "Hz"),
                of("km", "1e5", "cm"),
                of("m", "1e6", "µm"),
                of("kg", "1e9", "ug"),
                of("t", "1000", "kg"),
                of("MW", "1e6", "W"),
                of("kWh", "1000", "Wh"),
                of("kWh", "3600", "kJ"),
                of("Ah", "1000", "mAh"),
                of("kV", "1e9", "µV"),
                of("m/s", "3.6", "km/h"),
                of("percent", "1", "%"),
                of("seats", "1", "seats"));
    }

    private static Conversion of(String large, String factor, String small) {
        return new Conversion(large, new BigDecimal(factor), small);
    }

    /** How many of the small unit make one of the large. */
    record Conversion(String large, BigDecimal factor, String small) {}
}

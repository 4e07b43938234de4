package dev.claimgraph.catalog;

import static dev.claimgraph.catalog.SomeValues.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.claimgraph.catalog.AttributeValue.NumberValue;
import dev.claimgraph.catalog.AttributeValue.SetValue;
import dev.claimgraph.catalog.SomeValues.Ordered;
import dev.claimgraph.shared.Json;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds of all attribute values: when two are equal, how they are ordered, in which forms they come. */
class AttributeValueTests {

    @Property
    void valuesAreEqualExactlyWhereNeitherIsBeforeTheOther(@ForAll("ordered") Ordered values) {
        var order = values.one().compare(values.two());
        assertThat(equal(values.one(), values.two())).isEqualTo(order.isPresent() && order.getAsInt() == 0);
    }

    @Property
    void theOrderIsTotalAmongWhatCompares(@ForAll("ordered") Ordered values) {
        var one = values.one();
        var two = values.two();
        var three = values.three();
        assertThat(one.compare(one)).hasValue(0);
        assertThat(two.compare(one).isPresent()).isEqualTo(one.compare(two).isPresent());
        Assume.that(one.comparableWith(two) && two.comparableWith(three));
        assertThat(one.comparableWith(three)).isTrue();
        assertThat(Integer.signum(order(two, one))).isEqualTo(-Integer.signum(order(one, two)));
        if (order(one, two) <= 0 && order(two, three) <= 0) {
            assertThat(order(one, three)).isLessThanOrEqualTo(0);
        }
    }

    @Property
    void whatIsEqualCompares(@ForAll("values") AttributeValue one, @ForAll("values") AttributeValue two) {
        assertThat(one.comparableWith(two)).isEqualTo(two.comparableWith(one));
        if (one.getClass() != two.getClass()) {
            assertThat(one.comparableWith(two)).isFalse();
        }
        if (equal(one, two)) {
            assertThat(one.comparableWith(two)).isTrue();
        }
        if (one.equals(two)) {
            assertThat(equal(one, two)).isTrue();
        }
    }

    @Property
    void aValueIsReadAgainAsItWasSentAndKept(@ForAll("values") AttributeValue value) {
        assertThat(value(value.input())).isEqualTo(value);
        assertThat(AttributeValue.stored(Json.write(value.input()))).isEqualTo(value);
    }

    @Property
    void aValueIsReadAgainFromWhatAPersonIsShown(@ForAll("values") AttributeValue value) {
        Assume.that(!(value instanceof SetValue));
        assertThat(typed(value)).isEqualTo(value);
    }

    @Property
    void aTextCountsInAnyFormOfItsCharactersAndWithoutWhatSpaceIsAround(
            @ForAll("texts") String text, @ForAll Normalizer.Form form) {
        Assume.that(form == Normalizer.Form.NFC || form == Normalizer.Form.NFD);
        var other = "\t " + Normalizer.normalize(text, form) + "\n";
        assertThat(value("text", other)).isEqualTo(value("text", text));
        assertThat(value("set", List.of(other, text))).isEqualTo(value("set", List.of(text)));
        assertThat(value("number", Map.of("value", 1, "unit", other)))
                .isEqualTo(value("number", Map.of("value", 1, "unit", text)));
    }

    @Property
    void aSetKnowsNoOrderAndNoRepeats(
            @ForAll @Size(max = 20) List<@From("texts") String> members, @ForAll Random random) {
        var others = new ArrayList<>(members);
        others.addAll(members);
        Collections.shuffle(others, random);
        assertThat(value("set", others)).isEqualTo(value("set", members));
    }

    @Provide
    Arbitrary<AttributeValue> values() {
        return SomeValues.values();
    }

    @Provide
    Arbitrary<Ordered> ordered() {
        return SomeValues.ordered();
    }

    @Provide
    Arbitrary<String> texts() {
        return SomeValues.texts();
    }

    private static boolean equal(AttributeValue one, AttributeValue two) {
        return one.fingerprint().equals(two.fingerprint());
    }

    private static int order(AttributeValue one, AttributeValue two) {
        return one.compare(two).orElseThrow();
    }

    /** What a person means who types in what is displayed. */
    private static AttributeValue typed(AttributeValue value) {
        var display = value.display();
        if (!(value instanceof NumberValue)) {
            var type = AttributeValue.typeOf(value);
            return value(type, type.equals("boolean") ? Boolean.valueOf(display) : display);
        }
        var parts = display.split(" ", 2);
        var number = new HashMap<String, Object>(Map.of("value", parts[0]));
        if (parts.length == 2) {
            number.put("unit", parts[1]);
        }
        return value("number", number);
    }
}

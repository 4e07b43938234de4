package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.MONEY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money: "39 EUR", "€39", "$1.2m", "39 euros". */
final class Moneys {

    private static final Map<String, String> CURRENCIES = Map.of(
            "€", "EUR", "euro", "EUR", "$", "USD", "us$", "USD", "dollar", "USD", "£", "GBP", "pound", "GBP", "¥",
            "JPY", "yen", "JPY");

    private static final String SIGN =
            "(?:US)?\\$|[€£¥]|(?:EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|INR|CNY)\\b";
    private static final String NUMBER = "(?<number>%s)(?<million>m\\b)?".formatted(Numbers.NUMBER);
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<currency>" + SIGN + ")" + Unit.GAP + NUMBER + "\\+?"),
            Pattern.compile(NUMBER + "\\+?" + Unit.GAP + "(?<currency>" + SIGN
                    + "|(?i:(?:euro|dollar|pound|yen)(?=s?\\b)))s?"));

    private Moneys() {}

    static @Nullable Amount at(Place place) {
        for (var form : FORMS) {
            var read = place.read(form);
            if (read != null) {
                var number = Numbers.value(read.group("number"));
                var millions = read.group("million") == null ? number : number.multiply(BigDecimal.valueOf(1_000_000));
                return place.exactly(read.end(), MONEY, Value.of(millions, currency(read.group("currency"))));
            }
        }
        return null;
    }

    private static String currency(String written) {
        return CURRENCIES.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    }
}

package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.MULTIPLE;
import static dev.claimgraph.copycheck.Amount.Kind.SHARE;

import dev.claimgraph.search.Meaning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Tells what is asserted of a product from what is not: an objective claim has to be substantiated; puffery, and what a page says beside
 * its messaging, is let pass. A comparison, an absolute or an amount is the occasion, and a classifier of meanings decides; it was trained
 * on labelled sentences by {@code AssertionTests}.
 */
@Component
class Assertion {

    /** What the weights were trained with. This model tells sorts of sentences apart better than the one that claims are found by. */
    private static final String MODEL =
            "dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel";

    /** What the model wants before a text that is compared with others of its sort. */
    private static final String PROMPT = "query: ";

    /** More than, the best, the leading one: a rank or a comparison. */
    private static final Pattern COMPARING = Pattern.compile(
            "(?iu)\\b(?:(?:more|less|fewer|better|worse|\\w{2,}er|sooner)\\b(?:\\W+\\w+){0,6}?\\W+than"
                + "|(?:the|world's|market's|our|its)\\s+(?:\\w+\\s+)?(?:best|fastest|quickest|largest|biggest|safest|cheapest|lowest|highest"
                + "|longest|strongest|smartest|simplest|easiest|leading|only)|number\\s+one|leading|market\\s+leader|unmatched|unrivalled"
                + "|unbeaten|as\\s+\\w+\\s+as|unlike|ranks?|ranked|top\\s+(?:\\d+|two|three|five|ten)|compared\\s+(?:to|with))\\b");

    /** Only, never, always, guaranteed, certified: what one case disproves, or somebody has to have attested. */
    private static final Pattern ABSOLUTE = Pattern.compile(
            "(?iu)\\b(?:unique|only|never|always|guaranteed?|guarantees|nobody|no\\s+other|nowhere|zero|nothing\\s+else|most|least|first"
                + "|certified|certificates?|certification|assessment|audited|attested|ISO|SOC|GDPR|HIPAA|compliant|compliance|accredited|approved\\s+by|patented|award|proven|tested\\s+by|half|double"
                + "|fully|every|all|any)\\b");

    /** Less plainly so: "not one file", "one drawing in fifty", "a third less". */
    private static final Pattern SWEEPING = Pattern.compile(
            "(?iu)\\b(?:no|none|not\\s+(?:one|a)|one\\s+\\w+\\s+in|without|single|each|every(?:one|thing|body)|entire|whole|complete(?:ly)?|full|same|exactly|instantly|immediately"
                + "|free|million\\w*|thousands?|hundreds?|dozens?|less|more|fewer|better|worse|(?:long|fast|quick|small|larg|cheap|light|saf)er)\\b");

    /** How much a meaning weighs beside the occasions. */
    private static final double MEANING = 3;

    private static final double OCCASION = 0.5;

    /** The logit from which on a sentence counts as asserting something. */
    private static final double ASSERTS = 0.45;

    private final Meaning meaning;
    private final double[] weights;

    Assertion(Meaning meaning) {
        this.meaning = meaning;
        this.weights = weights();
    }

    /** Those that assert something; all that have an occasion, where there is no meaning to go by. */
    Set<String> objective(Collection<String> texts) {
        var possible = texts.stream().filter(Assertion::hasOccasion).toList();
        var features = features(possible);
        return possible.stream()
                .filter(text -> !features.containsKey(text) || asserts(features.get(text), weights))
                .collect(Collectors.toSet());
    }

    /** By text, what the weights are of, with 1 as the last; empty where there is no meaning to go by. */
    Map<String, double[]> features(Collection<String> texts) {
        var features = new HashMap<String, double[]>();
        meaning.prepare(MODEL);
        meaning.by(MODEL, texts.stream().map(PROMPT::concat).toList()).forEach((prompted, vector) -> {
            var text = prompted.substring(PROMPT.length());
            features.put(text, features(text, vector));
        });
        return features;
    }

    private static double[] features(String text, float[] vector) {
        return Stream.of(
                        IntStream.range(0, vector.length).mapToDouble(at -> MEANING * vector[at]),
                        occasions(text).stream().mapToDouble(is -> is ? OCCASION : 0),
                        DoubleStream.of(1))
                .flatMapToDouble(some -> some)
                .toArray();
    }

    static boolean asserts(double[] features, double[] weights) {
        return logit(features, weights) >= ASSERTS;
    }

    static double logit(double[] features, double[] weights) {
        return IntStream.range(0, weights.length)
                .mapToDouble(at -> weights[at] * features[at])
                .sum();
    }

    /** A question asserts nothing, and a bare number is no occasion. */
    private static boolean hasOccasion(String text) {
        var occasions = occasions(text);
        return !text.endsWith("?")
                && (occasions.subList(0, occasions.size() - 1).contains(true)
                        || SWEEPING.matcher(text).find());
    }

    /** It compares, it is absolute, it states a share or a multiple, another amount, or a bare number. */
    private static List<Boolean> occasions(String text) {
        var amounts = Statement.of(text).amounts();
        return List.of(
                COMPARING.matcher(text).find(),
                ABSOLUTE.matcher(text).find(),
                amounts.stream().anyMatch(Assertion::isRelative),
                amounts.stream().anyMatch(amount -> !isRelative(amount) && !amount.isBare()),
                amounts.stream().anyMatch(Amount::isBare));
    }

    private static boolean isRelative(Amount amount) {
        return amount.kind() == SHARE || amount.kind() == MULTIPLE;
    }

    private static double[] weights() {
        try {
            var written = new ClassPathResource("copycheck/assertion-weights.txt")
                    .getContentAsString(StandardCharsets.US_ASCII);
            return Arrays.stream(written.strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

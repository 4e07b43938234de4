package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Kind.DATE;
import static dev.claimgraph.copycheck.Amount.Kind.MONEY;
import static dev.claimgraph.copycheck.Amount.Kind.MULTIPLE;
import static dev.claimgraph.copycheck.Amount.Kind.QUANTITY;
import static dev.claimgraph.copycheck.Amount.Kind.SHARE;
import static dev.claimgraph.copycheck.Amount.Kind.VERSION;

import dev.claimgraph.search.Meaning;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells what is asserted of a product from what is not: an objective claim has to be substantiated; puffery, and what a page says beside
 * its messaging, is let pass.
 */
@Component
class Assertion {

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

    private static final Set<Amount.Kind> RELATIVE = EnumSet.of(SHARE, MULTIPLE);
    private static final Set<Amount.Kind> NAMING = EnumSet.of(VERSION, DATE);
    private static final Set<Amount.Kind> TELLING = EnumSet.of(QUANTITY, MONEY, VERSION, DATE);

    /** How far a sentence has to lean to what asserts something, where it compares, states an amount or names a version alone. */
    private static final double COMPARED = -0.05;

    private static final double TOLD = 0.045;
    private static final double NAMED = 0.05;

    /** Sentences that assert something of a product, and sentences that do not; a sentence is of the sort that it is nearer to. */
    private static final List<String> ASSERTING = List.of(
            "Our product is twice as fast as the competition.",
            "Used by more than 500 companies in 20 countries.",
            "The leading platform of its kind.",
            "The number one app in Europe.",
            "Certified to SOC 2 Type II.",
            "Fully compliant with the regulation.",
            "It finds 95 % of all errors automatically.",
            "The only software that works in every case.",
            "Set up in five minutes.",
            "Saves customers 100,000 EUR a year.",
            "Nine out of ten users recommend it.",
            "Rated 4.8 out of 5 by thousands of users.",
            "Files can be up to three gigabytes.",
            "Data is backed up every hour.",
            "Competitors need three times as long.",
            "The rival product supports only two languages.",
            "Choose from 2,000 ready-made templates.",
            "Guaranteed to work in every browser.",
            "It cuts costs by 30 %.",
            "Supported since version 95.",
            "Requests are answered within two hours, around the clock.",
            "On a typical project the documents are weeks late.",
            "A recording can be up to ten minutes long.",
            "The competitor's tool loses one file in a hundred.",
            "Completely paperless from the first day.",
            "A connection is made in under 100 milliseconds.",
            "It never crashes and always saves your work.",
            "No other tool is as accurate.",
            "Our support team solves most problems on the first call.",
            "The battery lasts twelve hours.",
            "It uses half the memory of other apps.",
            "All reports are created automatically.",
            "The most accurate measurements on the market.",
            "Every third company in the industry works with it.",
            "The safest way to store your data.",
            "Users save four hours a week.",
            "Works on every phone, without an internet connection.",
            "Links expire after 30 days.",
            "The basic plan includes ten projects and unlimited storage.",
            "The company has passed a security assessment.",
            "It carries a security certificate.",
            "The first version appeared in 2015.",
            "It was first released in May 2012.",
            "An order can pass through up to ten stages.",
            "A task that nobody does is escalated after three days.",
            "The rival has no support by telephone, and we do.",
            "It ranks among the top five vendors for customer satisfaction.",
            "The competitor takes weeks to roll out, and we take one day.",
            "Unlike the others, it works in the dark.",
            "The price per user is 12 EUR a month.",
            "Messages are answered in four hours on average.",
            "Developers ship features faster than before.");

    private static final List<String> OTHER = List.of(
            "Book a demo.",
            "Join us on 12 March at 18:00 in room 3.",
            "Register now for the webinar.",
            "Call us Monday to Friday from 9:00 to 17:00.",
            "Page 3 of 8.",
            "Reading time: 4 minutes.",
            "All rights reserved.",
            "Version 2 of these terms of use applies from 1 March.",
            "Only registered participants receive the link.",
            "Never share your password with anybody.",
            "All product names are trademarks of their owners.",
            "In this workshop we build an app in three sessions of 45 minutes.",
            "She works in developer relations and lives in the city with two cats.",
            "Please send your proposal by 30 April, in no more than 300 words.",
            "Step 2: open the settings.",
            "Doors open at nine, the first talk begins at ten.",
            "The ticket costs 49 EUR, coffee and lunch included.",
            "A pleasure to work with.",
            "You will love every minute of it.",
            "Good mornings begin with good tools.",
            "A friendly companion for long days.",
            "Always in a good mood, even in the rain.",
            "Nobody loves a tidy desk more than we do.",
            "A thousand little worries, off your shoulders.",
            "What our customers say.",
            "Dear reader, autumn has come.",
            "The fog lifted when the first lorries arrived.",
            "Every house tells a story.",
            "Example Company, 12 Harbour Street, 20095 Hamburg, Germany.",
            "Places are limited to 25 participants.",
            "The webinar takes 45 minutes and is free of charge.",
            "Figure 2: the new entrance hall.",
            "Chapter 4: planning the week.",
            "Photo: two workers on a scaffold.",
            "You will receive an e-mail within a few minutes.",
            "Visit us in hall 4, stand 210.",
            "Our office is closed from 24 December to 2 January.",
            "The course has six lessons, one a week.",
            "We are looking for two engineers to join our team in Hamburg.",
            "Winners will be told by e-mail on 5 May.",
            "Part 2 of our series on accessibility.",
            "Fill in the form and we will get back to you.",
            "The slides of the talk were made with the latest release.",
            "Breakfast at 8:30, then three short talks.",
            "You can unsubscribe at any time.",
            "Ask us anything about it at the booth.",
            "The architect opened the first of her twelve sketchbooks.",
            "It was the last day before the holidays.");

    private static final int VOTES = 3;

    private final Meaning meaning;

    Assertion(Meaning meaning) {
        this.meaning = meaning;
    }

    boolean isObjective(String text) {
        var kinds = Statement.of(text).amounts().stream()
                .filter(amount -> !amount.isBare())
                .map(Amount::kind)
                .collect(Collectors.toSet());
        var compares = COMPARING.matcher(text).find() || !Collections.disjoint(kinds, RELATIVE);
        var isAbsolute = ABSOLUTE.matcher(text).find();
        if (!compares && !isAbsolute && Collections.disjoint(kinds, TELLING)) {
            return false;
        }
        var needed = compares ? COMPARED : isAbsolute || !NAMING.containsAll(kinds) ? TOLD : NAMED;
        return leaning(text) >= needed;
    }

    /** How much nearer it is to what asserts something of a product than to what does not; all the way where there is no meaning to go by. */
    private double leaning(String text) {
        var vectors = meaning.of(
                Stream.of(List.of(text), ASSERTING, OTHER).flatMap(List::stream).toList());
        return !vectors.containsKey(text) ? 1 : nearest(text, ASSERTING, vectors) - nearest(text, OTHER, vectors);
    }

    private static double nearest(String text, Collection<String> others, Map<String, float[]> vectors) {
        var vector = Objects.requireNonNull(vectors.get(text));
        return others.stream()
                .map(other -> cosine(vector, Objects.requireNonNull(vectors.get(other))))
                .sorted(Comparator.reverseOrder())
                .limit(VOTES)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private static double cosine(float[] one, float[] other) {
        var product = 0.0;
        var length = 0.0;
        var otherLength = 0.0;
        for (var i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            length += one[i] * one[i];
            otherLength += other[i] * other[i];
        }
        return product / Math.sqrt(length * otherLength);
    }
}

package dev.claimgraph.copycheck;

import static dev.claimgraph.copycheck.Amount.Bound.APPROXIMATE;
import static dev.claimgraph.copycheck.Amount.Bound.AT_LEAST;
import static dev.claimgraph.copycheck.Amount.Bound.AT_MOST;
import static dev.claimgraph.copycheck.Amount.Bound.EXACT;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import dev.claimgraph.copycheck.Amount.Bound;
import dev.claimgraph.copycheck.Amount.Kind;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which amounts a marketing text states, and which of them say the same. */
class AmountsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Send models of up to 50 GB.                      | QUANTITY | 50 GB
        50GB in one piece.                               | QUANTITY | 50GB
        A 50-GB model.                                   | QUANTITY | 50-GB
        See it after a 4-second wait.                    | QUANTITY | 4-second
        Measured on 1,200 customer models.               | QUANTITY | 1,200 customer models
        Forty trades on one project.                     | QUANTITY | Forty trades
        Invite 250 guests.                               | QUANTITY | 250 guests
        How To Send 50 Files                             | QUANTITY | 50 Files
        It knows within a minute.                        | QUANTITY | a minute
        Recorded in half a minute, gloves on.            | QUANTITY | half a minute
        Median: 70 min 48 s.                             | QUANTITY | 70 min 48 s
        A four-eyes check on it.                         | QUANTITY | four-eyes
        It holds up to 2000 photos.                      | QUANTITY | 2000 photos
        Eleven per cent of rework is gone.               | SHARE    | Eleven per cent
        The first view of 95 in 100 models.              | SHARE    | 95 in 100
        Nine out of ten sites agree.                     | SHARE    | Nine out of ten
        Half of all submittals.                          | SHARE    | Half
        A third of rework.                               | SHARE    | A third
        One-third of rework.                             | SHARE    | One-third
        It cuts rework by half.                          | SHARE    | half
        Twice as fast.                                   | MULTIPLE | Twice
        Five times the file size of Quaymark.            | MULTIPLE | Five times
        5x faster.                                       | MULTIPLE | 5x
        All but one word in a hundred.                   | SHARE    | All but one word in a hundred
        A fivefold gain.                                 | MULTIPLE | fivefold
        It doubles the speed.                            | MULTIPLE | doubles
        For half the price.                              | MULTIPLE | half
        What Draftkeep charges 39 EUR for.               | MONEY    | 39 EUR
        Yours for €39.                                   | MONEY    | €39
        Only 39 euros.                                   | MONEY    | 39 euros
        Raised $1.2 million.                             | MONEY    | $1.2 million
        On 18 September 2023.                            | DATE     | 18 September 2023
        On September 18, 2023.                           | DATE     | September 18, 2023
        On 2023-09-18.                                   | DATE     | 2023-09-18
        Since Sept 2023.                                 | DATE     | Sept 2023
        Tested in June 2026.                             | DATE     | June 2026
        Tested in 2023.                                  | DATE     | 2023
        It arrives in the first quarter of 2027.         | DATE     | first quarter of 2027
        Planned for Q1 2027.                             | DATE     | Q1 2027
        Measured in the first half of 2026.              | DATE     | first half of 2026
        Source: The causes of rework, 2026 edition.      | DATE     | 2026
        Runs on Android 11.                              | VERSION  | Android 11
        iOS 16 will do.                                  | VERSION  | iOS 16
        From Safari 15.4.                                | VERSION  | Safari 15.4
        Reads IFC 4.3.                                   | VERSION  | IFC 4.3
        Reads IFC up to version 4.3.0 unchanged.         | VERSION  | version 4.3.0
        Over HTTP/3.                                     | VERSION  | HTTP/3
        Certified to ISO 27001.                          | VERSION  | ISO 27001
        Encrypted with AES-256.                          | VERSION  | AES-256
        Signs in with OAuth 2.0.                         | VERSION  | OAuth 2.0
        """)
    void anAmountIsFoundWhereItIsWritten(String text, Kind kind, String written) {
        var amount = only(text);
        assertThat(amount.kind()).isEqualTo(kind);
        assertThat(text.substring(amount.start(), amount.end())).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Step 2 follows step one.",
                "1. Open the browser",
                "2) Drop the file",
                "Page 3 of 8.",
                "Load each page 20 times.",
                "Call +49 30 123456.",
                "Call 0800 123 4567.",
                "Open at 10:30, and at 9 am.",
                "No. 5, § 4 and #3.",
                "We are there 24/7.",
                "Room 12, figure 3.",
                "No one waits.",
                "It is one search away.",
                "One of our teams is the one.",
                "A one-time link.",
                "Every second counts, on every other page.",
                "The first and the second revision, the 3rd copy, a second opinion.",
                "On 10/11/2024, before somebody knows which is the month.",
                "An elf at a UN day, with a tag to go; vingt et un jours, deux cents jours, dix-sept mois.",
                "Behind by a quarter, from quarter to quarter, and a third reviewer.",
                "A day's inspections, a bit faster.",
                "MP4 and 3D for B2B.",
                "See https://www.example.com/drawings-2026#4 or write to a2@example.com.",
                "Hundreds of guests, dozens of files.",
                "Remembered from the 1990s, on 18 September."
            })
    void whatOnlyLooksLikeAnAmountIsNone(String text) {
        assertThat(Amounts.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1,000 guests                   | 1 000 guests
        1.2k guests                    | 1,200 guests
        2 million files                | 2,000,000 files
        two hundred photos             | 200 photos
        eleven hundred metres          | 1.1 km
        a dozen trades                 | 12 trades
        half a million files           | 500,000 files
        one hundred and five files     | 105 files
        40 different trades            | forty trades
        50 GB                          | 50 gigabytes
        50 gigs                        | 50,000 MB
        50 gb                          | 50 GB
        100 Mbit/s                     | 100 megabits per second
        10 Gb/s                        | 10 Gbps
        four seconds                   | 4,000 ms
        a minute                       | 60 seconds
        half an hour                   | 30 min
        a quarter of an hour           | 15 minutes
        1 hour 30 minutes              | 90 minutes
        an hour and a half             | 90 minutes
        two hours and a half           | 2.5 hours
        a second and a half            | 1,500 ms
        a fortnight                    | 14 days
        fourteen days                  | two weeks
        once a fortnight               | once every 14 days
        12 months                      | one year
        in einer halben Minute         | half a minute
        in dreißig Sekunden            | 30 seconds
        une demi-heure                 | 30 minutes
        Quatorze jours                 | a fortnight
        vierzehn Monate                | quatorze mois
        50 Go d'un seul tenant         | 50 GB am Stück
        10 kilowatt-hours              | 10 kWh
        95 in 100                      | 95 %
        94 of 100                      | 94 percent
        9 out of 10                    | ninety per cent
        three of four                  | 75%
        half of all                    | 50 %
        three quarters of              | 75 %
        ninety-four words in a hundred | 94 in 100 words
        94 words in 100                | 94 %
        all but one word in a hundred  | 99 %
        all but one in ten             | nine out of ten
        99,9 %                         | 99.9 per cent
        a quarter smaller              | 25 % smaller
        smaller by a quarter           | a quarter smaller
        cuts them by a quarter         | 25 % less
        a fifth fewer errors           | 20 % fewer errors
        cuts pages to a quarter        | 75 % smaller
        a quarter of what it was       | three quarters smaller
        one-fifth the size             | 80 % smaller
        80 % of the size               | 20 % smaller
        a third of the size            | a third of their weight
        twice as fast                  | 2x as fast
        five times the size            | fivefold the size
        faster than HTTP/2.            | faster than HTTP/2.¹
        faster than HTTP/2             | faster than HTTP/2¹
        39 EUR                         | €39
        39.00 euros                    | 39 EUR
        $1.2m                          | 1,200,000 dollars
        18 September 2023              | 2023-09-18
        18 September 2023              | 9/18/2023
        18 September 2023              | 18/09/2023
        18 September 2023              | mid-September 2023
        18 September 2023              | Mid-September 2023
        19 December 2023               | just before Christmas 2023
        18 September 2023              | September 2023
        September 2023                 | in 2023
        Q1 2027                        | the first quarter of 2027
        February 2027                  | Q1 2027
        IFC up to version 4.3          | IFC 4.3.0
        ISO 27001                      | ISO 27001:2022
        Averley 1.0                    | Averley 1
        saves 80 % of its size         | 80 % smaller
        20 % of its size               | 80 % smaller
        """)
    void anAmountIsTheSameHoweverItIsWritten(String one, String other) {
        assertThat(Amounts.in(one)).hasSameSizeAs(Amounts.in(other)).isNotEmpty();
        for (var i = 0; i < Amounts.in(one).size(); i++) {
            assertThat(Amounts.in(one).get(i).agreesWith(Amounts.in(other).get(i)))
                    .isTrue();
            assertThat(Amounts.in(other).get(i).agreesWith(Amounts.in(one).get(i)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        50 GB             | 60 GB
        50 GB             | 50 GB/s
        250 guests        | 250 photos
        250 guests        | 300 guests
        a month           | 45 days
        nine hours        | 9 hours and 1 minute
        95 in 100         | 96 %
        smaller by half   | a third smaller
        half the size     | a third of the size
        twice as fast     | three times as fast
        39 EUR            | 39 USD
        18 September 2023 | 19 September 2023
        September 2023    | 2024
        19 December 2023  | a few days before Christmas 2022
        14 October 2025   | mid-November 2025
        14 October 2025   | 10/14/2024
        Android 11        | Android 12
        Android 11        | iOS 11
        IFC 4.3           | IFC 4.30
        """)
    void whatDiffersDoesNotAgree(String one, String other) {
        assertThat(only(one).agreesWith(only(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        50 GB in one piece                    | EXACT
        up to 50 GB                           | AT_MOST
        files of at most 10 GB                | AT_MOST
        a maximum of 10 GB                    | AT_MOST
        no more than ten minutes              | AT_MOST
        within a minute                       | AT_MOST
        notices inside a minute               | AT_MOST
        in under 4 seconds                    | AT_MOST
        in less than a minute                 | AT_MOST
        in 15 minutes or less                 | AT_MOST
        below 4 seconds                       | AT_MOST
        limited to 10 GB                      | AT_MOST
        IFC models up to version 4.3          | AT_MOST
        by June 2026                          | AT_MOST
        at least 250 guests                   | AT_LEAST
        no fewer than 250 guests              | AT_LEAST
        over 50 GB                            | AT_LEAST
        over a 50 Mbit/s line                 | EXACT
        more than 50 GB                       | AT_LEAST
        Two hundred photos and more           | AT_LEAST
        50 or more guests                     | AT_LEAST
        a minimum of 50 guests                | AT_LEAST
        50+ guests                            | AT_LEAST
        from release 4.9 on                   | AT_LEAST
        iOS 16 or later                       | AT_LEAST
        Chrome 105 or higher                  | AT_LEAST
        since iOS 16                          | AT_LEAST
        about 50 GB                           | APPROXIMATE
        nearly 50 %                           | APPROXIMATE
        almost twenty-one days                | APPROXIMATE
        around 1.5 GB                         | APPROXIMATE
        roughly 2,000                         | APPROXIMATE
        some 40 trades                        | APPROXIMATE
        from nine days                        | EXACT
        70 min 48 s                           | EXACT
        """)
    void theWordsAroundAnAmountBoundIt(String text, Bound bound) {
        assertThat(only(text).bound()).isEqualTo(bound);
    }

    @Test
    void versionsInAListShareTheirBound() {
        assertThat(Amounts.in("It runs from Android 11 or iOS 16 on."))
                .extracting(Amount::bound)
                .containsOnly(AT_LEAST);
        assertThat(Amounts.in("With Android 11 or iOS 16 and later."))
                .extracting(Amount::bound)
                .containsOnly(AT_LEAST);
    }

    @Test
    void bothNumbersOfARangeHaveItsUnit() {
        assertThat(Amounts.in("10 to 20 GB"))
                .satisfiesExactly(ten -> assertAgrees("10 GB", ten), twenty -> assertAgrees("20 GB", twenty));
    }

    @Test
    void amountsAreInTheOrderOfTheTextAndPlacedInItsUtf16Units() {
        var text = "🏗️ A 50 GB model is up in 71 minutes for €39.";
        assertThat(Amounts.in(text))
                .extracting(amount -> text.substring(amount.start(), amount.end()))
                .containsExactly("50 GB", "71 minutes", "€39");
    }

    @Test
    void aRateIsNoDuration() {
        var rate = Amounts.in("5.5 hours a week").getLast();
        assertThat(rate.agreesWith(Amounts.in("5.5 hours per week").getLast())).isTrue();
        assertThat(rate.comparableWith(only("within a week"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        one a fortnight             | one every two weeks
        one a fortnight             | once a fortnight
        one a fortnight             | a connection every fortnight
        one connection a month      | a connection every month
        one connection every week   | every 7 days
        a connection every 24 hours | one every day
        one connection a fortnight  | one every other week
        """)
    void howOftenSomethingHappensIsTheSameHoweverItIsWritten(String one, String other) {
        var rate = Amounts.in(one).getLast();
        assertThat(rate.agreesWith(Amounts.in(other).getLast())).isTrue();
        assertThat(rate.of()).isEqualTo("per");
    }

    @ParameterizedTest
    @ValueSource(strings = {"This one took a month.", "No one waits a month.", "One can wait a month."})
    void aDurationIsNoRate(String text) {
        assertThat(only(text).agreesWith(only("a month"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        half the size    | 50 % smaller       | true
        half the bytes   | smaller by 50 %    | true
        twice as fast    | 100 % faster       | true
        double the speed | 12 % faster        | false
        twice as fast    | faster by 12 %     | false
        half the size    | 30 % smaller       | false
        half the speed   | 50 % faster        | false
        half the speed   | 50 % slower        | true
        half the size    | 50 % larger        | false
        half the size    | 50 % of its size   | true
        """)
    void aMultipleIsHeldAgainstAShareOfTheSame(String multiple, String share, boolean agrees) {
        assertThat(only(multiple).comparableWith(only(share))).isTrue();
        assertThat(only(multiple).agreesWith(only(share))).isEqualTo(agrees);
        assertThat(only(share).agreesWith(only(multiple))).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        five times the size | 50 % of the rework
        five times the size | 50 % faster
        for half the price  | 50 % smaller
        """)
    void aMultipleOfOneThingIsNoShareOfAnother(String multiple, String share) {
        assertThat(only(multiple).comparableWith(only(share))).isFalse();
    }

    @Test
    void aVersionIsOfWhatIsNamedBeforeIt() {
        assertThat(only("Opens in Averley Drawings 6.2.").of()).isEqualTo("drawings");
        assertThat(only("IFC models up to version 4.3.").of()).isEqualTo("ifc");
        assertThat(only("Gone from release 4.9 on.").of()).isEqualTo("version");
    }

    @Test
    void aNumberWithAUnitIsNoVersion() {
        assertThat(only("It costs Averley 4 seconds.").kind()).isEqualTo(Kind.QUANTITY);
        assertThat(only("Save 50 %.").kind()).isEqualTo(Kind.SHARE);
        assertThat(only("Save 39 EUR.").kind()).isEqualTo(Kind.MONEY);
        assertThat(only("Now 5x faster.").kind()).isEqualTo(Kind.MULTIPLE);
    }

    @Test
    void anotherCurrencyComparesButDoesNotAgree() {
        assertThat(only("39 EUR").comparableWith(only("$39"))).isTrue();
        assertThat(only("39 EUR").agreesWith(only("$39"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Bound.class,
            names = {"EXACT", "AT_MOST", "APPROXIMATE"})
    void copyMayDropABoundOrSoftenAnAmountButNotPromiseMore(Bound claim) {
        var stated = only("50 GB").bounded(claim);
        assertThat(List.of(EXACT, AT_MOST, APPROXIMATE)).allMatch(bound -> stated.agreesWith(stated.bounded(bound)));
        assertThat(stated.agreesWith(only("over 50 GB"))).isFalse();
        assertThat(stated.agreesWith(only("at least 50 GB"))).isFalse();
    }

    @Test
    void copyMayNotLimitWhatTheClaimGrantsAtLeast() {
        var stated = only("at least 250 guests");
        assertThat(List.of("250 guests", "250+ guests", "over 250 guests", "about 250 guests"))
                .allSatisfy(copy -> assertThat(stated.agreesWith(only(copy))).isTrue());
        assertThat(stated.agreesWith(only("up to 250 guests"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Send models of up to 50 GB.         | Send 60 GB at once.                           | 50 GB               | 60 GB
        Send models of up to 50 GB.         | Send over 50 GB.                              | 50 GB               | 50 GB
        50 GB is up in 71 minutes.          | 50 GB is up in 17 minutes.                    | 71 minutes          | 17 minutes
        Told within a minute.               | Told within 30 seconds.                       | a minute            | 30 seconds
        5.5 hours a week.                   | 5 hours a week.                               | 5.5 hours           | 5 hours
        Every 24 hours, or one a fortnight. | One connection a month, one every 24 hours.   | a fortnight         | a month
        One connection a fortnight.         | Connect once a week.                          | a fortnight         | a week
        One connection a fortnight.         | One every two weeks.                          | -                   | -
        From Android 11 or iOS 16 on.       | On Android 11 or iOS 15.                      | iOS 16              | iOS 15
        It costs 39 EUR a month.            | It costs $39 a month.                         | 39 EUR              | $39
        It arrives in Q1 2027.              | It arrives in December 2026.                  | Q1 2027             | December 2026
        It loads pages 12 percent faster.   | It loads pages 12 times faster.               | 12 percent          | 12 times
        It loads pages 12 percent faster.   | It loads pages at double the speed.           | 12 percent          | double
        All four major browsers run it.     | Three of the four major browsers do.          | four major browsers | Three of the four major browsers
        All four major browsers run it.     | Not one of the 4 major browsers fails.        | -                   | -
        It gets 94 of 100 words right.      | It gets all but one word in a hundred.        | 94 of 100           | all but one word in a hundred
        From nine days to three.            | From nine days to one: how they do it.        | three               | one
        From nine days to three.            | From nine days to one click.                  | -                   | -
        In einer halben Minute.             | Ein Mangel in zehn Sekunden.                  | einer halben Minute | zehn Sekunden
        Quatorze jours d'autonomie.         | Trente jours d'autonomie.                     | Quatorze jours      | Trente jours
        50 Go d'un seul tenant.             | 50 GB am Stück.                               | -                   | -
        Since Chrome 120, Firefox 117.      | Chrome got it in version 120, Firefox in 127. | Firefox 117         | Firefox in 127
        One HTML attribute will do.         | You need three HTML attributes.               | One HTML attribute  | three HTML attributes
        Sets have seven new methods.        | Sets have only one new method.                | seven new methods   | one new method
        One HTML attribute will do.         | All it takes is one attribute.                | -                   | -
        All four major browsers run it.     | Not one major browser is without it.          | -                   | -
        Lay two revisions side by side.     | One revision lies beside the other.           | -                   | -
        A visit takes one month.            | A visit takes two months.                     | one month           | two months
        Half the size of a JPEG.            | A third of what it was before.                | Half                | A third
        Text gets 20 % smaller.             | It cuts text files to a third.                | 20 %                | a third
        It loads pages 12 percent faster.   | It loads pages 12 % faster.                   | -                   | -
        Send models of up to 50 GB.         | Send models of 50,000 MB, yes, 50 GB.         | -                   | -
        50 GB is up in 71 minutes.          | 50 GB is up.                                  | -                   | -
        Send models of up to 50 GB.         | Send 50 GB to 250 guests.                     | -                   | -
        """)
    void aMismatchIsAnAmountInThePlaceOfTheClaims(String claim, String copy, String stated, String said) {
        var made = Statement.of(claim);
        var draft = Statement.of(copy);
        var mismatches = Amounts.mismatches(made.amountsBeside(draft), draft.amountsBeside(made));
        assertThat(mismatches).hasSize(stated == null ? 0 : 1).allSatisfy(mismatch -> {
            assertThat(claim.substring(
                            mismatch.claim().start(), mismatch.claim().end()))
                    .isEqualTo(stated);
            assertThat(copy.substring(mismatch.copy().start(), mismatch.copy().end()))
                    .isEqualTo(said);
        });
    }

    @Test
    void amountsThatDisagreeArePairedByTheirPlaces() {
        var claim = Amounts.in("50 GB against 10 GB");
        var copy = Amounts.in("60 GB against 20 GB");
        assertThat(Amounts.mismatches(claim, copy))
                .containsExactly(
                        new Mismatch(claim.getFirst(), copy.getFirst()), new Mismatch(claim.getLast(), copy.getLast()));
        assertThat(Amounts.mismatches(claim, copy.subList(1, 2)))
                .containsExactly(new Mismatch(claim.getFirst(), copy.getLast()));
    }

    @Property
    void anAmountAgreesWithItselfInAnotherUnitAndInWords(@ForAll @IntRange(min = 2, max = 999_999) int number) {
        var words = new RuleBasedNumberFormat(Locale.UK, RuleBasedNumberFormat.SPELLOUT).format(number);
        assertAgrees(number + " GB", only(words + " gigabytes"));
        assertAgrees(number + " hours", only(number * 60L + " minutes"));
        assertAgrees("%,d guests".formatted(number), only(words + " outside guests"));
        assertAgrees(number + " EUR", only(words + " euros"));
        assertAgrees(number + " %", only(words + " per cent"));
    }

    private static void assertAgrees(String text, Amount amount) {
        assertThat(only(text).agreesWith(amount)).isTrue();
        assertThat(amount.agreesWith(only(text))).isTrue();
    }

    private static Amount only(String text) {
        assertThat(Amounts.in(text)).as(text).hasSize(1);
        return Amounts.in(text).getFirst();
    }
}

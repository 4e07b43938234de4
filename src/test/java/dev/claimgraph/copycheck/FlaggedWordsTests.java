package dev.claimgraph.copycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FlaggedWordsTests {

    private static final FlaggedWords WORDS = FlaggedWords.of(
            List.of(phrase("files"), phrase("sync in"), phrase("in seconds"), phrase("you know it"), phrase("oui")),
            null);

    @Property(tries = 500)
    void whatIsFoundInAnyCopyIsAPlaceInIt(@ForAll("copies") String source, @ForAll CopyFormat format) {
        assertThat(WORDS.in(Copy.read(source, format)))
                .allSatisfy(finding -> assertThat(source.substring(finding.start(), finding.end()))
                        .isNotBlank()
                        .isEqualTo(finding.excerpt()));
    }

    @Provide
    Arbitrary<String> copies() {
        return SomeCopy.copies();
    }

    private static FlaggedPhrase phrase(String phrase) {
        return new FlaggedPhrase(phrase, phrase, "So.", null, null, false, "person", Instant.EPOCH);
    }
}

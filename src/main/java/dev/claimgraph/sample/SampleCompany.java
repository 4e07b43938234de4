package dev.claimgraph.sample;

import dev.claimgraph.catalog.SubjectType;

/** What the sample files say, in the order in which it is loaded. */
record SampleCompany(
        SampleFile<SampleProduct> products,
        SampleFile<SampleSubject> features,
        SampleFile<SampleSubject> personas,
        SampleFile<SampleSubject> marketProblems,
        SampleFile<SampleSubject> competitors,
        SampleFile<SampleFact> facts,
        SampleFile<SampleClaim> claims,
        SampleFile<SampleEvent> events,
        SampleFile<SampleFlaggedPhrase> flaggedPhrases) {

    /** @throws SampleUnusable for an entry that has not the form of its kind */
    static SampleCompany read() {
        return new SampleCompany(
                SampleFile.read("seed/products.yaml", SampleProduct.class),
                SampleFile.read("seed/features.yaml", SampleSubject.class),
                SampleFile.read("seed/personas.yaml", SampleSubject.class),
                SampleFile.read("seed/market-problems.yaml", SampleSubject.class),
                SampleFile.read("seed/competitors.yaml", SampleSubject.class),
                SampleFile.read("seed/facts.yaml", SampleFact.class),
                SampleFile.read("seed/claims.yaml", SampleClaim.class),
                SampleFile.read("seed/events.yaml", SampleEvent.class),
                SampleFile.read("seed/flagged-phrases.yaml", SampleFlaggedPhrase.class));
    }

    SampleFile<SampleSubject> subjects(SubjectType type) {
        return switch (type) {
            case FEATURE -> features;
            case PERSONA -> personas;
            case MARKET_PROBLEM -> marketProblems;
            case COMPETITOR -> competitors;
        };
    }

    /** As it is said when it was loaded. */
    String summary() {
        return "%d products, %d features, %d personas, %d market problems, %d competitors, %d facts and %d claims"
                .formatted(
                        products.size(),
                        features.size(),
                        personas.size(),
                        marketProblems.size(),
                        competitors.size(),
                        facts.size(),
                        claims.size());
    }
}

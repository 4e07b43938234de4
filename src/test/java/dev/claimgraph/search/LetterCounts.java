package dev.claimgraph.search;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/** The model that was there before: to it, texts mean the same where they have the same letters as often. */
public final class LetterCounts implements EmbeddingModel {

    private static final int LETTERS = 26;

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> texts) {
        return Response.from(texts.stream().map(text -> embedding(text.text())).toList());
    }

    private static Embedding embedding(String text) {
        var counts = new float[LETTERS];
        text.toLowerCase()
                .chars()
                .filter(letter -> letter >= 'a' && letter <= 'z')
                .forEach(letter -> counts[letter - 'a']++);
        return Embedding.from(counts);
    }
}

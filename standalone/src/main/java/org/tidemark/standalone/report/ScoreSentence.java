package org.tidemark.standalone.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tidemark.accuracy.ConceptScore;
import org.tidemark.accuracy.ConceptScores;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.projection.ProjectionPool;

/** How projections of one year ahead came true, in one sentence: of the concept of most economies. */
public final class ScoreSentence {
    private static final Instant EVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final int YEAR = 12;

    private ScoreSentence() {}

    private record Told(String concept, ConceptScore score) {}

    /** Folded at the width of a terminal; no line where no figure has come yet. */
    public static List<String> lines(MaturedProjectionStore matured, Words words) {
        List<Told> told = new ArrayList<>();
        matured.each(null, EVER, (concept, its) -> {
            if (its.get(0).measure().equals(ProjectionPool.MEASURE)
                    && its.get(0).months() == YEAR) {
                told.add(new Told(concept, ConceptScores.of(its)));
            }
            return true;
        });
        return told.stream()
                .max(Comparator.comparing((Told one) -> one.score().economies())
                        .thenComparing(one -> one.score().score().matured())
                        .thenComparing(Told::concept, Comparator.reverseOrder()))
                .map(one -> Fold.lines(
                        "Projections of %s so far: %s"
                                .formatted(
                                        words.concept(one.concept()),
                                        one.score().sentence()),
                        2))
                .orElse(List.of());
    }
}

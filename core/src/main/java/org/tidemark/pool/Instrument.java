package org.tidemark.pool;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.BiasRegime;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * What one bias belongs to: a concept as one source measures it under one definition.
 *
 * @param since first day of that definition; null for the one that the series began with
 */
record Instrument(String concept, String source, @Nullable LocalDate since) implements Comparable<Instrument> {
    private static final Comparator<Instrument> ORDER = Comparator.comparing(Instrument::concept)
            .thenComparing(Instrument::source)
            .thenComparing(Instrument::since, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The instrument that read a figure: the latest definition that its period begins under. */
    static Instrument of(String concept, FigureId figure, List<BiasRegime> regimes) {
        SeriesId series = figure.series();
        LocalDate since = null;
        for (BiasRegime regime : regimes) {
            boolean applies = regime.isOf(series) && !figure.period().start().isBefore(regime.from());
            if (applies && (since == null || regime.from().isAfter(since))) {
                since = regime.from();
            }
        }
        return new Instrument(concept, series.source(), since);
    }

    /** Concept and source, for a name: {@code firms.any_use.EUROSTAT}. */
    String series() {
        return concept + "." + source;
    }

    @Override
    public int compareTo(Instrument other) {
        return ORDER.compare(this, other);
    }

    /** As a term names it. */
    @Override
    public String toString() {
        return since == null ? series() : series() + ".since_" + since;
    }
}

package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * Employment by occupation in the newest period of which any is held. An occupation without a figure there was merged or
 * dropped by the publisher, and would count twice.
 *
 * @param byCode employment by code of occupation
 * @param total employment of all occupations in that period; null when it is not held
 */
record Occupations(SortedMap<String, HeldFigure> byCode, @Nullable HeldFigure total) {
    static final String INDICATOR = "labour.employment.occupation";
    static final String PREFIX = "SOC:";

    private static final Comparator<Period> BY_TIME =
            Comparator.comparingDouble(Period::midYear).thenComparing(Period::days);

    static Occupations of(EconomyFigures figures) {
        List<HeldFigure> held = newestByCode(figures, INDICATOR);
        Optional<Period> newest = held.stream().map(h -> h.figure().period()).max(BY_TIME);
        if (newest.isEmpty()) {
            return new Occupations(new TreeMap<>(), null);
        }
        SortedMap<String, HeldFigure> byCode = new TreeMap<>();
        held.stream().filter(h -> h.figure().period().equals(newest.get())).forEach(h -> byCode.put(codeOf(h), h));
        return new Occupations(byCode, total(figures, newest.get()));
    }

    private static @Nullable HeldFigure total(EconomyFigures figures, Period period) {
        FigureSeries series = figures.series(INDICATOR, SeriesId.TOTAL).orElse(null);
        if (series == null) {
            return null;
        }
        return series.figures().stream()
                .filter(f -> f.period().equals(period))
                .findFirst()
                .map(f -> new HeldFigure(series, f))
                .orElse(null);
    }

    /** The newest figure of each occupation, in the order of the codes. */
    static List<HeldFigure> newestByCode(EconomyFigures figures, String indicator) {
        List<HeldFigure> newest = new ArrayList<>();
        for (String sector : figures.sectors(indicator)) {
            FigureSeries series = figures.series(indicator, sector).orElse(null);
            Figure figure = series == null ? null : series.newest().orElse(null);
            if (series != null && figure != null && sector.startsWith(PREFIX)) {
                newest.add(new HeldFigure(series, figure));
            }
        }
        return newest;
    }

    static String codeOf(HeldFigure held) {
        return held.series().id().sector().substring(PREFIX.length());
    }
}

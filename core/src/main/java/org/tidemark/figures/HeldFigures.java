package org.tidemark.figures;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** The figures of one economy, all in memory. Filled in any order, it answers the same. */
public final class HeldFigures implements EconomyFigures {
    private final String economy;
    private final Map<String, SortedMap<String, SortedMap<String, Column>>> columns = new HashMap<>();
    private final Map<EstimateKey, Estimate> estimates = new HashMap<>();
    private final Map<EstimateKey, SortedMap<Period, Double>> firstSaid = new HashMap<>();

    public HeldFigures(String economy) {
        this.economy = economy;
    }

    /** One series: its figures in order, and the whole of them that was handed in or out last. */
    private static final class Column {
        private GrowingList<Figure> figures = GrowingList.empty();
        private Instant knownAt = Instant.EPOCH;
        private @Nullable FigureSeries last;
        /** Whether the figures in order are not those of the last series. */
        private boolean changed;

        private void hold(FigureSeries series) {
            figures = series.figures();
            knownAt = series.knownAt();
            last = series;
            changed = false;
        }

        /** Puts a figure in place of what was held of its period. */
        private void put(Figure figure) {
            figures = figures.put(figure, Figure.BY_TIME);
            changed = true;
        }

        private void remove(Period period) {
            figures = figures.without(new Figure(period, 0, null, Instant.EPOCH), Figure.BY_TIME);
            changed = true;
        }

        private void know(Instant since) {
            knownAt = since.isAfter(knownAt) ? since : knownAt;
            changed = true;
        }

        private FigureSeries series(SeriesId id) {
            FigureSeries series = last;
            if (series == null) {
                series = new FigureSeries(id, figures, knownAt);
            } else if (changed) {
                series = series.changed(figures, knownAt);
            }
            last = series;
            changed = false;
            return series;
        }
    }

    /** Holds a figure, in place of what was held of its period; null as value: withdrawn, which removes nothing. */
    public HeldFigures put(FigureId id, @Nullable Double value, @Nullable Double standardError, Instant since) {
        SeriesId series = id.series();
        if (!series.economy().equals(economy)) {
            throw new IllegalArgumentException("%s is not of %s".formatted(id, economy));
        }
        Column column = made(series);
        if (value != null) {
            column.put(new Figure(id.period(), value, standardError, since));
        }
        column.know(since);
        return this;
    }

    private Column made(SeriesId series) {
        return columns.computeIfAbsent(series.indicator(), i -> new TreeMap<>())
                .computeIfAbsent(series.sector(), s -> new TreeMap<>())
                .computeIfAbsent(series.source(), s -> new Column());
    }

    /** Holds a whole series of this economy, in place of what was held of it. */
    public HeldFigures put(FigureSeries series) {
        made(series.id()).hold(series);
        return this;
    }

    /** The last figure of a series whose event time is before that of a period, if any. */
    public Optional<Figure> lastBefore(FigureId id) {
        Column column = column(id.series());
        if (column == null) {
            return Optional.empty();
        }
        return column.series(id.series()).before(id.period());
    }

    private @Nullable Column column(SeriesId id) {
        SortedMap<String, SortedMap<String, Column>> sectors = columns.get(id.indicator());
        SortedMap<String, Column> sources = sectors == null ? null : sectors.get(id.sector());
        return sources == null ? null : sources.get(id.source());
    }

    /** Holds another value for a figure, or none, whatever was held of it; null as value: none. */
    public HeldFigures replace(FigureId id, @Nullable Double value, @Nullable Double standardError, Instant since) {
        Column column = column(id.series());
        if (column != null) {
            column.remove(id.period());
        }
        return put(id, value, standardError, since);
    }

    /** Holds nothing of a series any more. */
    public HeldFigures drop(SeriesId id) {
        SortedMap<String, SortedMap<String, Column>> sectors = columns.getOrDefault(id.indicator(), new TreeMap<>());
        SortedMap<String, Column> sources = sectors.getOrDefault(id.sector(), new TreeMap<>());
        Column unused = sources.remove(id.source());
        sectors.values().removeIf(Map::isEmpty);
        columns.values().removeIf(Map::isEmpty);
        return this;
    }

    /** Holds an estimate that others rest on. */
    public HeldFigures put(Estimate estimate) {
        estimates.put(estimate.key(), estimate);
        return this;
    }

    /** Holds what was said first of a period. */
    public HeldFigures putFirstSaid(EstimateKey key, Period period, double value) {
        firstSaid
                .computeIfAbsent(
                        key,
                        k -> new TreeMap<>(Comparator.comparing(Period::start).thenComparing(Period::end)))
                .put(period, value);
        return this;
    }

    @Override
    public String economy() {
        return economy;
    }

    /** The indicators of which figures are held, in order. */
    public SortedSet<String> indicators() {
        return new TreeSet<>(columns.keySet());
    }

    @Override
    public SortedSet<String> sectors(String indicator) {
        SortedMap<String, SortedMap<String, Column>> held = columns.get(indicator);
        return held == null ? new TreeSet<>() : new TreeSet<>(held.keySet());
    }

    @Override
    public Optional<FigureSeries> series(String indicator, String sector) {
        SortedMap<String, Column> sources =
                columns.getOrDefault(indicator, new TreeMap<>()).get(sector);
        if (sources == null) {
            return Optional.empty();
        }
        Map.Entry<String, Column> first = sources.entrySet().stream()
                .filter(s -> !s.getValue().figures.isEmpty())
                .findFirst()
                .orElseGet(() -> sources.entrySet().iterator().next());
        return Optional.of(first.getValue().series(new SeriesId(indicator, economy, sector, first.getKey())));
    }

    @Override
    public List<FigureSeries> sources(String indicator, String sector) {
        SortedMap<String, Column> sources =
                columns.getOrDefault(indicator, new TreeMap<>()).getOrDefault(sector, new TreeMap<>());
        return sources.entrySet().stream()
                .map(s -> s.getValue().series(new SeriesId(indicator, economy, sector, s.getKey())))
                .toList();
    }

    @Override
    public Optional<Estimate> estimate(String sector, String measure, String concept) {
        return Optional.ofNullable(estimates.get(new EstimateKey(economy, sector, measure, concept)));
    }

    @Override
    public SortedMap<Period, Double> firstSaid(EstimateKey key) {
        SortedMap<Period, Double> said = firstSaid.get(key);
        return said == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(said);
    }
}

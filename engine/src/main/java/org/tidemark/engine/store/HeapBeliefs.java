package org.tidemark.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What is believed of the figures of one economy, in the heap: a series that did not change is handed on as it was. */
public final class HeapBeliefs implements FigureBeliefs {
    private final Map<String, Map<SeriesId, Series>> byIndicator = new HashMap<>();
    private int size;

    private record Believed(Period period, CurrentValue belief) {}

    /** One series in the order of its periods. */
    private static final class Series {
        private final NavigableMap<Key, Believed> inOrder = new TreeMap<>();
        private @Nullable FigureSeries whole;

        private FigureSeries whole(SeriesId id) {
            FigureSeries series = whole;
            if (series == null) {
                List<Figure> figures = new ArrayList<>(inOrder.size());
                Instant knownAt = Instant.EPOCH;
                for (Believed one : inOrder.values()) {
                    Instant since = Objects.requireNonNull(one.belief().since());
                    knownAt = since.isAfter(knownAt) ? since : knownAt;
                    Double value = one.belief().value();
                    if (value != null) {
                        figures.add(new Figure(one.period(), value, one.belief().standardError(), since));
                    }
                }
                series = new FigureSeries(id, figures, knownAt);
                whole = series;
            }
            return series;
        }
    }

    /** How many figures are held. */
    public int size() {
        return size;
    }

    /** As series sort their figures. */
    private static Key key(Period period) {
        return new KeyBuilder()
                .real(period.midYear())
                .number(period.days())
                .day(period.start())
                .key();
    }

    @Override
    public boolean put(FigureId figure, @Nullable Double value, @Nullable Double standardError, Instant since) {
        Series series = byIndicator
                .computeIfAbsent(
                        figure.series().indicator(),
                        i -> new TreeMap<>(
                                Comparator.comparing(SeriesId::sector).thenComparing(SeriesId::source)))
                .computeIfAbsent(figure.series(), s -> new Series());
        Believed now = new Believed(figure.period(), new CurrentValue(value, standardError, since));
        Believed before = series.inOrder.put(key(figure.period()), now);
        size += before == null ? 1 : 0;
        if (now.equals(before)) {
            return false;
        }
        series.whole = null;
        return true;
    }

    @Override
    public boolean remove(FigureId figure) {
        Map<SeriesId, Series> all = byIndicator.getOrDefault(figure.series().indicator(), Map.of());
        Series series = all.get(figure.series());
        if (series == null || series.inOrder.remove(key(figure.period())) == null) {
            return false;
        }
        size--;
        series.whole = null;
        if (series.inOrder.isEmpty()) {
            all.remove(figure.series());
        }
        return true;
    }

    @Override
    public void retain(String economy, Collection<FigureId> figures) {
        Set<FigureId> kept = new HashSet<>(figures);
        List<FigureId> gone = new ArrayList<>();
        byIndicator
                .values()
                .forEach(all -> all.forEach((id, series) -> series.inOrder.values().stream()
                        .map(one -> new FigureId(id, one.period()))
                        .filter(figure -> !kept.contains(figure))
                        .forEach(gone::add)));
        gone.forEach(this::remove);
    }

    @Override
    public void read(String indicator, HeldFigures into) {
        byIndicator.getOrDefault(indicator, Map.of()).forEach((id, series) -> into.put(series.whole(id)));
    }
}

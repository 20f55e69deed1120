package org.tidemark.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.GrowingList;
import org.tidemark.figures.HeldFigures;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What is believed of the figures of one economy, in the heap: a series that did not change is handed on as it was. */
public final class HeapBeliefs implements FigureBeliefs {
    private final Map<String, Map<SeriesId, Series>> byIndicator = new HashMap<>();
    private int size;

    /**
     * What is believed of one period.
     *
     * @param figure null where it was withdrawn
     */
    private record Believed(Period period, CurrentValue belief, @Nullable Figure figure) {
        private static final Comparator<Believed> ORDER = Comparator.comparing(Believed::period, Period.BY_TIME);
    }

    /** One series in the order of its periods. */
    private static final class Series {
        private final List<Believed> inOrder = new ArrayList<>();
        private @Nullable FigureSeries whole;
        private boolean changed = true;

        /** When the newest was said of all that are held; null while it is to be looked for. */
        private @Nullable Instant newest = Instant.EPOCH;

        private Instant knownAt() {
            Instant found = newest;
            if (found == null) {
                found = Instant.EPOCH;
                for (Believed one : inOrder) {
                    Instant since = Objects.requireNonNull(one.belief().since());
                    found = since.isAfter(found) ? since : found;
                }
                newest = found;
            }
            return found;
        }

        private void added(Instant since) {
            newest = newest == null || newest.isAfter(since) ? newest : since;
            changed = true;
        }

        private void taken(Believed gone) {
            // Of several of one instant another one may still be there.
            newest = Objects.equals(gone.belief().since(), newest) ? null : newest;
            changed = true;
        }

        private int place(Period period) {
            return GrowingList.place(inOrder, new Believed(period, CurrentValue.NONE, null), Believed.ORDER);
        }

        private FigureSeries whole(SeriesId id) {
            FigureSeries series = whole;
            if (series == null || changed) {
                List<Figure> figures = new ArrayList<>(inOrder.size());
                for (Believed one : inOrder) {
                    if (one.figure() != null) {
                        figures.add(one.figure());
                    }
                }
                Instant knownAt = knownAt();
                series = series == null ? new FigureSeries(id, figures, knownAt) : series.changed(figures, knownAt);
                whole = series;
                changed = false;
            }
            return series;
        }
    }

    /** How many figures are held. */
    public int size() {
        return size;
    }

    @Override
    public boolean put(FigureId figure, @Nullable Double value, @Nullable Double standardError, Instant since) {
        Series series = byIndicator
                .computeIfAbsent(
                        figure.series().indicator(),
                        i -> new TreeMap<>(
                                Comparator.comparing(SeriesId::sector).thenComparing(SeriesId::source)))
                .computeIfAbsent(figure.series(), s -> new Series());
        Figure told = value == null ? null : new Figure(figure.period(), value, standardError, since);
        Believed now = new Believed(figure.period(), new CurrentValue(value, standardError, since), told);
        int at = series.place(figure.period());
        if (at < 0) {
            series.inOrder.add(-at - 1, now);
            size++;
        } else {
            Believed before = series.inOrder.get(at);
            if (before.equals(now)) {
                return false;
            }
            series.inOrder.set(at, now);
            series.taken(before);
        }
        series.added(since);
        return true;
    }

    @Override
    public boolean remove(FigureId figure) {
        Map<SeriesId, Series> all = byIndicator.getOrDefault(figure.series().indicator(), Map.of());
        Series series = all.get(figure.series());
        int at = series == null ? -1 : series.place(figure.period());
        if (series == null || at < 0) {
            return false;
        }
        series.taken(series.inOrder.remove(at));
        size--;
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
                .forEach(all -> all.forEach((id, series) -> series.inOrder.stream()
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

package org.tidemark.streams.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.revise.Belief;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.streams.state.FigureStore;
import org.tidemark.streams.state.FigureStore.Held;
import org.tidemark.streams.state.FigureStore.Kind;

/** What is held of figures, read once while a release is applied and kept up to date with what is written. */
final class Vintages {
    private final Catalogue catalogue;
    private final FigureStore figures;
    private final Map<FigureId, SortedMap<Instant, Held>> read = new HashMap<>();

    Vintages(Catalogue catalogue, FigureStore figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    /** All that is held of a figure, in order of publication. */
    List<Held> of(FigureId figure) {
        return List.copyOf(byInstant(figure).values());
    }

    /** The same by instant. */
    SortedMap<Instant, Held> byInstant(FigureId figure) {
        return read.computeIfAbsent(figure, f -> byInstant(figures.vintages(f)));
    }

    private static SortedMap<Instant, Held> byInstant(List<Held> vintages) {
        SortedMap<Instant, Held> byInstant = new TreeMap<>();
        vintages.forEach(h -> byInstant.put(h.observation().published(), h));
        return byInstant;
    }

    /** The figures of an indicator that anything is held of. */
    List<FigureId> figuresOf(String economy, String source, String indicator) {
        List<FigureId> found = new ArrayList<>();
        figures.figuresOf(economy, source, indicator, vintages -> {
            FigureId figure = vintages.get(0).observation().figure();
            found.add(figure);
            read.computeIfAbsent(figure, f -> byInstant(vintages));
        });
        return found;
    }

    void put(Observation vintage, Kind kind) {
        figures.put(vintage, kind);
        byInstant(vintage.figure()).put(vintage.published(), new Held(vintage, kind));
    }

    void forget(FigureId figure, Instant published) {
        figures.forget(figure, published);
        boolean unused = byInstant(figure).remove(published) != null;
    }

    /** What is believed of a figure. */
    Belief belief(FigureId figure) {
        return Belief.of(FigureStore.history(of(figure)), tolerance(figure));
    }

    /** What was believed of a figure just before an instant. */
    @Nullable
    Vintage believedBefore(FigureId figure, Instant published) {
        return FigureStore.history(of(figure)).asOf(published.minusMillis(1), tolerance(figure));
    }

    /** What is held, and not believed, of a figure at an instant. */
    @Nullable
    Vintage heldAt(FigureId figure, Instant published) {
        Held held = byInstant(figure).get(published);
        return held == null || !held.isHeld() ? null : held.vintage();
    }

    /** Figures outlive the entry of their indicator, and a release of others must not fail over them. */
    double tolerance(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
    }
}

package org.tidemark.news;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/** One economy with the changes of an instant taken back, to be made again one after the other. */
final class UndoneFigures implements EconomyFigures {
    private final EconomyFigures now;
    /** The indicators that have changed; all others are as they are now. */
    private final Map<String, HeldFigures> changed = new HashMap<>();

    private final Map<FigureId, Figure> lastHeld = new HashMap<>();

    /**
     * As it was before the changes; estimates as they are now.
     *
     * @param beliefs fills in all that is believed of an indicator
     */
    UndoneFigures(EconomyFigures now, BiConsumer<String, HeldFigures> beliefs, Collection<ValueChange> changes) {
        this.now = now;
        for (ValueChange change : changes) {
            HeldFigures held = changed.computeIfAbsent(change.figure().series().indicator(), indicator -> {
                HeldFigures all = new HeldFigures(now.economy());
                beliefs.accept(indicator, all);
                return all;
            });
            set(held, change.figure(), change.before());
        }
        Map<FigureId, CurrentValue> present = new HashMap<>();
        changes.forEach(change -> present.put(change.figure(), change.after()));
        changes.forEach(change -> rememberLastHeld(change, present));
    }

    /** Of a figure that is itself revised at the instant, the new value: the revision is told before. */
    private void rememberLastHeld(ValueChange change, Map<FigureId, CurrentValue> present) {
        FigureId id = change.figure();
        if (change.before().value() != null || change.after().value() == null) {
            return;
        }
        of(id).lastBefore(id).ifPresent(f -> {
            CurrentValue now = present.get(new FigureId(id.series(), f.period()));
            Double value = now == null ? null : now.value();
            lastHeld.put(id, value == null ? f : new Figure(f.period(), value, f.standardError(), f.since()));
        });
    }

    private static void set(HeldFigures held, FigureId figure, CurrentValue belief) {
        Instant since = belief.since() == null ? Instant.EPOCH : belief.since();
        held.replace(figure, belief.value(), belief.standardError(), since);
    }

    private HeldFigures of(FigureId figure) {
        return changed.getOrDefault(figure.series().indicator(), new HeldFigures(now.economy()));
    }

    /** The figure before a new one in its series, as revised but of its old date; null when there was none. */
    @Nullable
    Figure lastHeld(FigureId figure) {
        return lastHeld.get(figure);
    }

    /** Holds what is expected of a new figure, as though it had come. */
    void expect(ValueChange change, double value) {
        CurrentValue after = change.after();
        set(of(change.figure()), change.figure(), new CurrentValue(value, after.standardError(), after.since()));
    }

    /** Makes a change again. */
    void apply(ValueChange change) {
        set(of(change.figure()), change.figure(), change.after());
    }

    @Override
    public String economy() {
        return now.economy();
    }

    private EconomyFigures of(String indicator) {
        HeldFigures held = changed.get(indicator);
        return held == null ? now : held;
    }

    @Override
    public SortedSet<String> sectors(String indicator) {
        return of(indicator).sectors(indicator);
    }

    @Override
    public Optional<FigureSeries> series(String indicator, String sector) {
        return of(indicator).series(indicator, sector);
    }

    @Override
    public List<FigureSeries> sources(String indicator, String sector) {
        return of(indicator).sources(indicator, sector);
    }

    @Override
    public Optional<Estimate> estimate(String sector, String measure, String concept) {
        return now.estimate(sector, measure, concept);
    }

    /** Nothing: how often a first sign was right is a term of an estimate and no part of its number, and is dear. */
    @Override
    public SortedMap<Period, Double> firstSaid(EstimateKey key) {
        return Collections.emptySortedMap();
    }
}

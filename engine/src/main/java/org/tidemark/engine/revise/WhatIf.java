package org.tidemark.engine.revise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.Histories;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evaluation;
import org.tidemark.figures.HeldFigures;
import org.tidemark.judge.Effect;
import org.tidemark.judge.PartId;
import org.tidemark.penetration.PenetrationEstimator;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;

/** What is estimated without what is held, and what would be estimated with it: computed whole, for asking. */
public final class WhatIf {
    private final Catalogue catalogue;
    private final List<Estimator> composed;
    private final FigureStore figures;

    /**
     * For one set of stores.
     *
     * @param composed the estimators that read penetration and each other, in their order
     */
    public WhatIf(Catalogue catalogue, List<Estimator> composed, FigureStore figures) {
        this.catalogue = catalogue;
        this.composed = List.copyOf(composed);
        this.figures = figures;
    }

    /** All estimates of an economy if those vintages were believed that are held and that {@code taken} takes. */
    public SortedMap<EstimateKey, Estimate> with(String economy, Predicate<Observation> taken) {
        HeldFigures held = new HeldFigures(economy);
        boolean unused = figures.figuresWhile(economy, vintages -> {
            put(
                    vintages.stream()
                            .filter(v -> !v.isHeld() || taken.test(v.observation()))
                            .toList(),
                    held);
            return true;
        });
        List<Estimator> all = new ArrayList<>();
        all.add(new PenetrationEstimator(catalogue, CeilingPrior.EQUAL, held.indicators()));
        all.addAll(composed);
        return Evaluation.of(held, all);
    }

    private void put(List<Held> vintages, HeldFigures into) {
        if (vintages.isEmpty()) {
            return;
        }
        FigureId figure = vintages.get(0).observation().figure();
        catalogue
                .indicator(figure.series().indicator())
                .filter(indicator -> indicator.thinning().keeps(figure.period()))
                .ifPresent(indicator -> {
                    CurrentValue belief = CurrentValue.of(Histories.historyWithHeld(vintages), indicator.tolerance());
                    if (belief.since() != null) {
                        into.put(figure, belief.value(), belief.standardError(), belief.since());
                    }
                });
    }

    /** What a held part would do to the estimates of its economy: those of which the level in the newest period differs. */
    List<Effect> effects(PartId part) {
        SortedMap<EstimateKey, Estimate> without = with(part.economy(), o -> false);
        SortedMap<EstimateKey, Estimate> with = with(
                part.economy(),
                o -> o.batch().equals(part.batch())
                        && o.figure().series().indicator().equals(part.indicator()));
        SortedSet<EstimateKey> keys = new TreeSet<>(without.keySet());
        keys.addAll(with.keySet());
        List<Effect> effects = new ArrayList<>();
        for (EstimateKey key : keys) {
            Estimate before = without.get(key);
            Estimate after = with.get(key);
            if (!Objects.equals(level(before), level(after))) {
                String unit = before == null ? Objects.requireNonNull(after).unit() : before.unit();
                effects.add(new Effect(key, unit, level(before), level(after)));
            }
        }
        return effects;
    }

    private static @Nullable Double level(@Nullable Estimate estimate) {
        if (estimate == null) {
            return null;
        }
        for (HorizonValue level : estimate.levels()) {
            if (level.horizon() == Horizon.P0D) {
                return level.band().value();
            }
        }
        return null;
    }
}

package org.tidemark.pool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.PooledLevel;

/**
 * The fold of all figures of one economy and sector.
 *
 * @param level after the newest
 * @param drifts by concept and source, of those that have one
 * @param logLikelihood of all figures but the first of each instrument
 */
record PoolPath(PooledLevel level, SortedMap<String, Drift> drifts, double logLikelihood) {
    static PoolPath of(PooledFigures figures, Biases biases) {
        List<PooledFigure> inOrder = figures.inOrder();
        PooledLevel level = PooledLevel.before(inOrder.get(0).reading(), biases.prior(), biases.wander());
        SortedMap<String, List<Drift.Surprise>> surprises = new TreeMap<>();
        Set<Instrument> seen = new HashSet<>();
        double logLikelihood = 0;
        for (PooledFigure figure : inOrder) {
            Instrument by = figure.instrument();
            boolean first = seen.add(by);
            PooledLevel.Step step = level.fold(biases.number(by), figure.reading(), first);
            level = step.level();
            // The first says where the instrument stands; only what comes after can drift.
            if (!first) {
                surprises
                        .computeIfAbsent(by.series(), s -> new ArrayList<>())
                        .add(new Drift.Surprise(level.time(), step.surprise()));
                logLikelihood += step.logLikelihood();
            }
        }
        SortedMap<String, Drift> drifts = new TreeMap<>();
        double newest = level.time();
        surprises.forEach((series, of) -> Drift.of(of, newest).ifPresent(drift -> drifts.put(series, drift)));
        return new PoolPath(level, drifts, logLikelihood);
    }
}

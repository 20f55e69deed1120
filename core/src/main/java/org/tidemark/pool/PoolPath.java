package org.tidemark.pool;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.estimate.PooledLevel;

/**
 * The fold of all figures of one economy and sector.
 *
 * @param level after the newest
 * @param since event time that drifts are counted from: a year before the newest, or the first where that is later
 */
record PoolPath(PooledLevel level, double since) {
    static PoolPath of(PooledFigures figures, Biases biases, double noiseScale) {
        List<PooledFigure> inOrder = figures.inOrder();
        double first = inOrder.get(0).reading().time();
        double newest = inOrder.get(inOrder.size() - 1).reading().time();
        double since = Math.max(first, newest - Drift.WINDOW);
        PooledLevel level = PooledLevel.before(inOrder.get(0).reading(), biases.prior(), biases.wander(), noiseScale);
        Set<Instrument> seen = new HashSet<>();
        boolean remembers = false;
        for (PooledFigure figure : inOrder) {
            if (!remembers && figure.reading().time() >= since) {
                level = level.at(since).remembering();
                remembers = true;
            }
            Instrument by = figure.instrument();
            level = level.fold(biases.number(by), figure.reading(), seen.add(by));
        }
        return new PoolPath(level, since);
    }

    /** Of the bias of one instrument; empty where its figures say next to nothing. */
    Optional<Drift> drift(int number) {
        return Drift.of(level.belief(), number, level.time() - since);
    }
}

package org.tidemark.awaited;

import java.util.Comparator;
import java.util.List;
import org.tidemark.catalogue.Indicator;
import org.tidemark.figures.Figure;
import org.tidemark.judge.RevisionScale;

/**
 * The scale on which figures of an indicator move: logits, logarithms, or its unit.
 *
 * @param whole what a share of one is in the unit
 * @param edge least share that has a place on the scale
 */
record PaceScale(RevisionScale kind, double whole, double edge) {
    private static final double EDGE = 0.0005;
    private static final double PERCENT = 100;

    /** The scale of an indicator that some figures are of. */
    static PaceScale of(Indicator indicator, List<Figure> figures) {
        double whole = indicator.unit().equals("percent") ? PERCENT : 1;
        double edge = figures.stream()
                .map(f -> Math.abs(f.value()) / whole)
                .filter(v -> v > 0)
                .min(Comparator.naturalOrder())
                .map(smallest -> Math.min(EDGE, smallest / 10))
                .orElse(EDGE);
        return new PaceScale(RevisionScale.of(indicator.transform()), whole, edge);
    }

    /** Whether it is that of a quantity in its own unit. */
    boolean isOwnUnit() {
        return kind == RevisionScale.SPREAD;
    }

    /** The place of a value. */
    double at(double value) {
        return switch (kind) {
            case SPREAD -> value;
            case LOG -> StrictMath.log(Math.max(value / whole, edge));
            case LOGIT -> {
                double inside = Math.min(Math.max(value / whole, edge), 1 - EDGE);
                yield StrictMath.log(inside / (1 - inside));
            }
        };
    }

    /** The value at a place. */
    double back(double at) {
        return switch (kind) {
            case SPREAD -> at;
            case LOG -> whole * StrictMath.exp(at);
            case LOGIT -> whole / (1 + StrictMath.exp(-at));
        };
    }
}

package org.tidemark.measure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;

/**
 * The labour series of one sector, ready to be averaged.
 *
 * @param inputs the series that it is read from: one, or the two of a balance
 * @param measured by period
 * @param fault why it cannot be used; null when it can
 */
record Sector(String name, List<FigureSeries> inputs, Map<Period, Measured> measured, @Nullable String fault) {
    /** In percentage points, or as a share of the value under a log; no labour statistic comes near. */
    private static final double LARGEST = 1e6;

    /**
     * A figure after the transform.
     *
     * @param variance from the published standard error; 0 without
     */
    record Measured(double value, double variance) {
        private boolean isBounded() {
            return Math.abs(value) <= LARGEST && variance <= LARGEST * LARGEST;
        }
    }

    /** One series as it is, or its logs. */
    static Sector of(String name, FigureSeries series, boolean log) {
        Map<Period, Measured> measured = new HashMap<>();
        for (Figure f : series.figures()) {
            if (log && f.value() <= 0) {
                String fault =
                        "%s is %s in %s and has no logarithm: correct the figure, or leave the sector out of the contrast"
                                .formatted(series.id(), f.value(), f.period());
                return new Sector(name, List.of(series), Map.of(), fault);
            }
            measured.put(f.period(), log ? logOf(f) : new Measured(f.value(), error(f) * error(f)));
        }
        return bounded(name, List.of(series), measured);
    }

    private static Measured logOf(Figure f) {
        double relative = error(f) / f.value();
        return new Measured(StrictMath.log(f.value()), relative * relative);
    }

    /** Without bounds the square of a slip of the pen would overflow, and the filter with it. */
    private static Sector bounded(String name, List<FigureSeries> inputs, Map<Period, Measured> measured) {
        return measured.entrySet().stream()
                .filter(m -> !m.getValue().isBounded())
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .map(period -> new Sector(
                        name,
                        inputs,
                        Map.of(),
                        "%s in %s has a value or a standard error above %s: correct it"
                                .formatted(inputs.get(0).id(), period, LARGEST)))
                .orElseGet(() -> new Sector(name, inputs, measured, null));
    }

    /** One of which no figure can be made: all was withdrawn, or a balance lacks its other half. */
    static Sector unmeasured(String name, List<FigureSeries> inputs) {
        return new Sector(name, inputs, Map.of(), null);
    }

    /** Share of those that report more less share of those that report fewer, where both are held. */
    static Sector balance(String name, FigureSeries more, FigureSeries fewer) {
        Map<Period, Figure> taken = new HashMap<>();
        fewer.figures().forEach(f -> taken.put(f.period(), f));
        Map<Period, Measured> measured = new HashMap<>();
        for (Figure f : more.figures()) {
            Figure other = taken.get(f.period());
            if (other != null) {
                measured.put(f.period(), new Measured(f.value() - other.value(), balanceVariance(f, other)));
            }
        }
        return bounded(name, List.of(more, fewer), measured);
    }

    /**
     * Two answers to one question cannot both be given, so their shares p and q are correlated by -sqrt(p q/((1 - p)(1 -
     * q))), that of a multinomial sample.
     */
    private static double balanceVariance(Figure more, Figure fewer) {
        double p = more.value() / 100;
        double q = fewer.value() / 100;
        double apart = (1 - p) * (1 - q);
        double correlation = apart > 0 ? Math.min(1, StrictMath.sqrt(Math.max(0, p * q / apart))) : 1;
        double a = error(more);
        double b = error(fewer);
        return a * a + b * b + 2 * a * b * correlation;
    }

    private static double error(Figure f) {
        return f.standardError() == null ? 0 : f.standardError();
    }

    /** How many figures it is read from, whether or not they count in the end. */
    int figures() {
        int sum = 0;
        for (FigureSeries series : inputs) {
            sum += series.figures().size();
        }
        return sum;
    }

    /** Whether the economy has ever shown it. */
    boolean isShown() {
        return fault != null || !measured.isEmpty();
    }
}

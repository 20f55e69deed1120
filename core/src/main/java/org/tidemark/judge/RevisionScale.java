package org.tidemark.judge;

import java.util.List;

/** On which scale two values of an indicator are apart: that of its transform in the catalogue. */
public enum RevisionScale {
    /** Differences of logits: shares. */
    LOGIT,
    /** Differences of logarithms: quantities that are above 0. */
    LOG,
    /** Differences in interquartile ranges of the values before: whatever may be negative. */
    SPREAD;

    private static final double PERCENT = 100;

    /** The scale of an indicator's transform: {@code logit}, {@code log} or {@code none}. */
    public static RevisionScale of(String transform) {
        return switch (transform) {
            case "logit" -> LOGIT;
            case "log" -> LOG;
            default -> SPREAD;
        };
    }

    /**
     * How far the values now are from those before, pair by pair; pairs of which this cannot be told are left out.
     *
     * @param unit {@code percent} for shares of 0 to 100
     */
    List<Double> shifts(List<RevisionPair> pairs, String unit) {
        double whole = unit.equals("percent") ? PERCENT : 1;
        double spread = this == SPREAD ? spread(pairs) : 1;
        return pairs.stream()
                .map(p -> (at(p.now(), whole) - at(p.before(), whole)) / spread)
                .filter(Double::isFinite)
                .toList();
    }

    private double at(double value, double whole) {
        return switch (this) {
            case LOGIT -> StrictMath.log(value / whole / (1 - value / whole));
            case LOG -> StrictMath.log(value);
            case SPREAD -> value;
        };
    }

    private static double spread(List<RevisionPair> pairs) {
        List<Double> before = pairs.stream().map(RevisionPair::before).sorted().toList();
        return Quantiles.of(before, 0.75) - Quantiles.of(before, 0.25);
    }
}

package org.tidemark.estimate;

/** Probabilities of germination (below 16 % of the own plateau), growth and maturity (above 84 % of it); they sum to 1. */
public record StageOdds(double germination, double growth, double maturity) {
    public StageOdds {
        if (!(germination >= 0
                && growth >= 0
                && maturity >= 0
                && Math.abs(germination + growth + maturity - 1) < 1e-9)) {
            throw new IllegalArgumentException(
                    "stage probabilities %s, %s, %s do not sum to 1".formatted(germination, growth, maturity));
        }
    }

    /** The most probable stage, the earlier one when two are equal. */
    public String likeliest() {
        if (germination >= growth && germination >= maturity) {
            return "germination";
        }
        return growth >= maturity ? "growth" : "maturity";
    }
}

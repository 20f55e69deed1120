package org.tidemark.measure;

import java.util.Locale;

/** A scale on which economies are compared. The same figures may drift apart on one and come together on another. */
public enum DispersionScale {
    /** Percentage points: who gains more points. */
    LEVEL("percentage_points") {
        @Override
        double of(double percent) {
            return percent;
        }
    },
    /** Natural logarithm of the percentage: who grows by the larger factor. */
    LOG("ln") {
        @Override
        double of(double percent) {
            return StrictMath.log(percent);
        }
    },
    /** Log odds: who is further along the curve of diffusion, which both ends of the percentage bend. */
    LOGIT("logits") {
        @Override
        double of(double percent) {
            return StrictMath.log(percent / (WHOLE - percent));
        }
    };

    private static final double WHOLE = 100;

    private final String unit;

    DispersionScale(String unit) {
        this.unit = unit;
    }

    /** A percentage on this scale; only what lies strictly between 0 and 100 has a value on all of them. */
    abstract double of(double percent);

    /** Unit of a dispersion on this scale. */
    String unit() {
        return unit;
    }

    /** As it stands at the end of a measure. */
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}

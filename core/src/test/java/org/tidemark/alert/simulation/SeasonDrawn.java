package org.tidemark.alert.simulation;

import java.util.Random;

/**
 * A season of balances in percentage points: waves of a year and of half a year, of which the longer has the size that was
 * seen in the plans of firms (BTOS, 2023 to 2025: from -5 in February to +10.6 in summer).
 */
record SeasonDrawn(double cosine, double sine, double halfCosine, double halfSine) {
    static final SeasonDrawn NONE = new SeasonDrawn(0, 0, 0, 0);

    private static final double YEAR = 5;
    private static final double HALF_YEAR = 2.5;

    static SeasonDrawn draw(Random random) {
        return new SeasonDrawn(
                YEAR * random.nextGaussian(),
                YEAR * random.nextGaussian(),
                HALF_YEAR * random.nextGaussian(),
                HALF_YEAR * random.nextGaussian());
    }

    double at(double time) {
        double angle = 2 * Math.PI * time;
        return cosine * StrictMath.cos(angle)
                + sine * StrictMath.sin(angle)
                + halfCosine * StrictMath.cos(2 * angle)
                + halfSine * StrictMath.sin(2 * angle);
    }
}

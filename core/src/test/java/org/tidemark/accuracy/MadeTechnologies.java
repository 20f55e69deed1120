package org.tidemark.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.tidemark.projection.PoolFigure;

/** Technologies that never were: curves of known kinds in a number of economies, seen once a year with noise. */
enum MadeTechnologies {
    /** Logistic, .01 to .08 logits a year. */
    SLOW(0.4, 0.01, 0.08, -3, 0, false),
    /** Near a ceiling of 10 to 50 %, which most have reached. */
    PLATEAU(0.1, 0.3, 0.3, -1, 2, false),
    /** Gompertz, .03 to .08 a year. */
    SLOW_GOMPERTZ(0.4, 0.03, 0.08, -3, 0, true),
    /** Logistic, .1 to .25. */
    MEDIUM(0.6, 0.1, 0.25, -4, -2, false),
    /** Logistic, .3 to .7. */
    FAST(0.7, 0.3, 0.7, -4, -2, false),
    /** Gompertz, .15 to .35. */
    FAST_GOMPERTZ(0.7, 0.15, 0.35, -4, -2, true);

    private final double ceilingMin;
    private final double speedMin;
    private final double speedMax;
    private final double startMin;
    private final double startMax;
    private final boolean gompertz;

    MadeTechnologies(
            double ceilingMin, double speedMin, double speedMax, double startMin, double startMax, boolean gompertz) {
        this.ceilingMin = ceilingMin;
        this.speedMin = speedMin;
        this.speedMax = speedMax;
        this.startMin = startMin;
        this.startMax = startMax;
        this.gompertz = gompertz;
    }

    /**
     * One technology.
     *
     * @param noise standard deviation of a figure, share; what is said of it too
     */
    List<Curve> curves(long seed, double noise) {
        Random random = new Random(1000 * seed + List.of(values()).indexOf(this));
        int economies = 5 + random.nextInt(16);
        int years = 9 + random.nextInt(9);
        double ceiling = between(random, ceilingMin, name().startsWith("PLATEAU") ? 0.5 : 1);
        double speed = between(random, speedMin, speedMax);
        return IntStream.range(0, economies)
                .mapToObj(i -> new Curve(
                        "firms.cloud",
                        "E" + (char) ('A' + i),
                        "TOTAL",
                        figures(random, "E" + (char) ('A' + i), years, ceiling, speed, noise)))
                .toList();
    }

    private List<PoolFigure> figures(
            Random random, String economy, int years, double ceiling, double speed, double noise) {
        List<PoolFigure> figures = new ArrayList<>();
        double own = Math.min(1, ceiling * between(random, 0.8, 1.2));
        double pace = speed * between(random, 0.6, 1.4);
        double at = between(random, startMin, startMax);
        at = gompertz ? -Math.log(Math.log1p(Math.exp(-at))) : at;
        for (int year = 0; year < years; year++) {
            double part = gompertz ? Math.exp(-Math.exp(-at)) : 1 / (1 + Math.exp(-at));
            double seen = own * part + noise * random.nextGaussian();
            figures.add(Made.figure(economy, Made.FIRST_YEAR + year, Math.max(0.003, Math.min(0.99, seen)), noise));
            at += pace + 0.02 * random.nextGaussian();
        }
        return figures;
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}

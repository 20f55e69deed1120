package org.tidemark.alert.simulation;

import java.util.Random;
import org.tidemark.catalogue.AlertCondition;
import org.tidemark.series.Period;

/**
 * The true path of one share: logits that move as the engine's own models in logits do, one of the eight drawn for each
 * economy. It begins between 1 and 20 %, alike in logits, at a speed that is usual there. Its stage is told by a ceiling that no
 * figure shows.
 */
final class Diffusion implements Story.Truth {
    private static final double REVERSION = 0.30;
    private static final double SPEED_NOISE = 0.11;
    private static final double LEVEL_NOISE = 0.06;
    private static final double[] NOISE_SCALES = {0.5, 1, 1.7, 3};
    private static final double SLOW = 0.10;
    private static final double FAST = 0.45;
    private static final double FAST_AT_END = 0.08;
    private static final double FIRST_MIN = 0.01;
    private static final double FIRST_MAX = 0.20;
    private static final double FIGURE_NOISE = 0.003;
    private static final double FIGURE_NOISE_BINOMIAL = 0.006;
    private static final double GERMINATION_BELOW = 16;
    private static final double MATURITY_ABOVE = 84;

    private final OuPath logits;
    /** Where it would end: anywhere above the highest level of these years, alike probable. */
    private final double ceiling;

    private Diffusion(OuPath logits, int years) {
        this.logits = logits;
        double highest = 0;
        for (int i = 0; i < 12 * years; i++) {
            highest = Math.max(highest, share(logits.level(Calendar.FIRST_YEAR + i / 12.0)));
        }
        // Of a generator of its own, so that it changes nothing else that is drawn.
        Random own = new Random(Double.doubleToLongBits(logits.level(Calendar.FIRST_YEAR)));
        this.ceiling = highest + (1 - highest) * own.nextDouble();
    }

    /** Draws one, from a year before the first figure on, so that its speed can be compared from the first. */
    static Diffusion draw(int years, Random random) {
        boolean slow = random.nextBoolean();
        return draw(years, NOISE_SCALES[random.nextInt(NOISE_SCALES.length)], slow, random);
    }

    static Diffusion draw(int years, double scale, boolean slow, Random random) {
        OuPath.Law law =
                new OuPath.Law(REVERSION, scale * SPEED_NOISE, scale * LEVEL_NOISE, x -> slow ? SLOW : meanSpeed(x));
        double first = logit(FIRST_MIN) + random.nextDouble() * (logit(FIRST_MAX) - logit(FIRST_MIN));
        double speed = law.usualSpeed(first, random);
        return new Diffusion(OuPath.draw(law, Calendar.FIRST_YEAR - 1, years + 1.0, first, speed, random), years);
    }

    private static double meanSpeed(double x) {
        double left = 1 - share(x);
        return FAST_AT_END + (FAST - FAST_AT_END) * left * left * left * left;
    }

    /** What a source says of a period: the share with the noise that the engine takes a figure to have. */
    double figure(Period period, double standardError, Random random) {
        return figure(period, standardError, 0, random);
    }

    /** The same by a source that is off by so many logits. */
    double figure(Period period, double standardError, double bias, Random random) {
        double p = share(logits.level(period.midYear()) + bias);
        double variance = FIGURE_NOISE * FIGURE_NOISE
                + FIGURE_NOISE_BINOMIAL * FIGURE_NOISE_BINOMIAL * p * (1 - p)
                + standardError * standardError;
        return Math.max(0, Math.min(1, p + StrictMath.sqrt(variance) * random.nextGaussian()));
    }

    @Override
    public boolean holds(AlertCondition condition, Period period) {
        double time = period.midYear();
        double percent = 100 * share(logits.level(time));
        return switch (condition.kind()) {
            case LEVEL_ABOVE -> percent > condition.threshold();
            case LEVEL_BELOW -> percent < condition.threshold();
            case STAGE -> condition.stage().equals(stage(percent / ceiling));
            case SPEED_UP -> logits.speed(time) - logits.speed(time - 1) > condition.threshold();
            case SPEED_DOWN -> logits.speed(time - 1) - logits.speed(time) > condition.threshold();
            case NEGATIVE, DIVERGING, CONVERGING, DRIFT, PROBABLE, HELD -> false;
        };
    }

    private static String stage(double percent) {
        if (percent < GERMINATION_BELOW) {
            return "germination";
        }
        return percent > MATURITY_ABOVE ? "maturity" : "growth";
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static double logit(double share) {
        return StrictMath.log(share / (1 - share));
    }
}

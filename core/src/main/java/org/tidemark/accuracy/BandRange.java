package org.tidemark.accuracy;

/**
 * How many of a number of figures an honest band holds: from the least to the most with which a binomial test at 5 %, two
 * sides, does not refuse it (Clopper and Pearson 1934).
 *
 * @param least of the figures
 * @param most of the figures
 * @param of so many
 */
public record BandRange(int least, int most, int of) {
    private static final double TAIL = 0.025;
    private static final double ROUNDING = 1e-9;

    /** Of figures that do not overlap, each in the band with one probability. */
    public static BandRange of(int figures, double probability) {
        int least = 0;
        double below = power(1 - probability, figures);
        double next = below;
        while (below < TAIL && least < figures) {
            next *= (figures - least) * probability / ((least + 1) * (1 - probability));
            least++;
            below += next;
        }
        int most = figures;
        double above = power(probability, figures);
        next = above;
        while (above < TAIL && most > 0) {
            next *= most * (1 - probability) / ((figures - most + 1) * probability);
            most--;
            above += next;
        }
        return new BandRange(least, most, figures);
    }

    private static double power(double base, int exponent) {
        return StrictMath.exp(exponent * StrictMath.log(base));
    }

    /** What a part of the figures says of the band: {@code too narrow}, {@code in range} or {@code too wide}. */
    public String verdict(double part) {
        double held = part * of;
        if (held < least - ROUNDING) {
            return "too narrow";
        }
        return held > most + ROUNDING ? "too wide" : "in range";
    }
}

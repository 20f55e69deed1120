package org.tidemark.estimate;

/** The standard normal distribution, the same to the last bit on every machine. */
public final class StandardNormal {
    /** 90 % quantile: half the width of an 80 % band. */
    public static final double Z90 = 1.2815515655446004;
    /** 97.5 % quantile: half the width of a 95 % band. */
    public static final double Z975 = 1.9599639845400543;

    /** Quantiles (i + 1/2)/31 for i = 16 to 30; those below the middle are their mirror image. */
    private static final double[] NODES_ABOVE = {
        0.08094729048129597,
        0.16242937264128568,
        0.24500622303732064,
        0.32929134697812223,
        0.4159872201896749,
        0.5059336541658118,
        0.6001787759898454,
        0.7000902126075669,
        0.8075410421200766,
        0.9252445598541517,
        1.057414228486381,
        1.2112321309213452,
        1.4007450611305765,
        1.6606976105540416,
        2.1411981209720183
    };

    /** How many equiprobable nodes stand for a normal distribution. */
    static final int NODES = 2 * NODES_ABOVE.length + 1;

    /** Step h of the trapezoidal rule is 1/2: its error, exp(-(pi/h)^2), is below rounding. */
    private static final double[] TRAPEZOID = new double[13];

    private static final double SERIES_BELOW = 0.5;
    private static final int SERIES_TERMS = 14;
    /** From here on the correction of the trapezoidal rule is below rounding. */
    private static final double CORRECTION_UP_TO = 5;
    /** erfc underflows. */
    private static final double ERFC_0_FROM = 27.3;

    static {
        for (int n = 1; n <= TRAPEZOID.length; n++) {
            TRAPEZOID[n - 1] = StrictMath.exp(-n * n / 4.0);
        }
    }

    /** Places of the table in one unit of z, and how far it goes to either side. */
    private static final int TABLE_STEPS = 64;

    private static final int TABLE_END = 8;
    private static final double[] TABLE = new double[2 * TABLE_END * TABLE_STEPS + 1];
    private static final double[] DENSITY = new double[TABLE.length];

    static {
        double rootOf2Pi = StrictMath.sqrt(2 * Math.PI);
        for (int i = 0; i < TABLE.length; i++) {
            double z = (double) i / TABLE_STEPS - TABLE_END;
            TABLE[i] = cdf(z);
            DENSITY[i] = StrictMath.exp(-z * z / 2) / rootOf2Pi;
        }
    }

    private StandardNormal() {}

    /**
     * P(Z <= z) within 1e-11, for where it is asked very often: Taylor's series of four terms from the nearest place of a table.
     * Beyond +-8 it is 0 or 1.
     */
    static double tabulated(double z) {
        double place = (z + TABLE_END) * TABLE_STEPS;
        if (!(place > 0 && place < TABLE.length - 1)) {
            return z > 0 ? 1 : 0;
        }
        int nearest = (int) (place + 0.5);
        double at = (double) nearest / TABLE_STEPS - TABLE_END;
        double h = z - at;
        double density = DENSITY[nearest];
        double third = (at * at - 1) / 6;
        double fourth = at * (3 - at * at) / 24;
        return TABLE[nearest] + density * h * (1 + h * (-at / 2 + h * (third + h * fourth)));
    }

    /** The i-th of {@link #NODES} equiprobable nodes, rising. */
    static double node(int i) {
        int fromMiddle = i - NODES_ABOVE.length;
        if (fromMiddle == 0) {
            return 0;
        }
        return fromMiddle > 0 ? NODES_ABOVE[fromMiddle - 1] : -NODES_ABOVE[-fromMiddle - 1];
    }

    /** P(Z <= z), exact to a relative 1e-14 far into the lower tail; infinite arguments are allowed. */
    public static double cdf(double z) {
        double x = Math.abs(z) / StrictMath.sqrt(2);
        double tail = erfc(x) / 2;
        return z > 0 ? 1 - tail : tail;
    }

    /** The complementary error function for x >= 0. */
    static double erfc(double x) {
        if (x < SERIES_BELOW) {
            return 1 - erfSeries(x);
        }
        return x < ERFC_0_FROM ? erfcTrapezoid(x) : 0;
    }

    /** erf(x) = 2 x/sqrt(pi) e^(-x^2) sum (2 x^2)^n/(1 3 .. (2n+1)): all terms positive (Abramowitz, Stegun 7.1.6). */
    private static double erfSeries(double x) {
        double term = 1;
        double sum = 1;
        for (int n = 1; n <= SERIES_TERMS; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 * x / StrictMath.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    /**
     * The trapezoidal rule on erfc(x) = 2x/pi e^(-x^2) integral of e^(-t^2)/(t^2 + x^2) over t > 0, with the residue of
     * its pole (Hunter and Regan 1972).
     */
    private static double erfcTrapezoid(double x) {
        double x2 = x * x;
        double sum = 1 / (2 * x2);
        for (int n = 1; n <= TRAPEZOID.length; n++) {
            sum += TRAPEZOID[n - 1] / (n * n / 4.0 + x2);
        }
        double rule = x / Math.PI * StrictMath.exp(-x2) * sum;
        return x < CORRECTION_UP_TO ? rule - 2 / (StrictMath.exp(4 * Math.PI * x) - 1) : rule;
    }
}

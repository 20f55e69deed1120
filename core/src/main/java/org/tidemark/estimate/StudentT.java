package org.tidemark.estimate;

/** Student's distribution. */
public final class StudentT {
    private static final int HALVINGS = 80;

    private StudentT() {}

    /** P(T <= t); infinite arguments are allowed. */
    public static double cdf(double t, int degrees) {
        if (Double.isInfinite(t)) {
            return t > 0 ? 1 : 0;
        }
        double tail = IncompleteBeta.regularised(degrees / 2.0, 0.5, degrees / (degrees + t * t)) / 2;
        return t > 0 ? 1 - tail : tail;
    }

    /** The t above the middle that a part of the distribution lies below; {@code part} from 1/2 to under 1. */
    public static double quantile(double part, int degrees) {
        double low = 0;
        double high = 1;
        while (cdf(high, degrees) < part) {
            high *= 2;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (cdf(middle, degrees) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}

package org.tidemark.measure;

import java.util.function.DoubleUnaryOperator;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.IncompleteBeta;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.StudentT;

/** Bands of the distributions that the kinds use, and the probabilities that go with them. */
final class Bands {
    private static final int HALVINGS = 60;
    private static final double[] PARTS = {0.025, 0.1, 0.5, 0.9, 0.975};

    private Bands() {}

    static Banded exact(double value) {
        return new Banded(value, value, value, value, value);
    }

    static Banded normal(double mean, double sd) {
        double z80 = sd * StandardNormal.Z90;
        double z95 = sd * StandardNormal.Z975;
        return new Banded(mean, mean - z80, mean + z80, mean - z95, mean + z95);
    }

    static Banded student(double mean, double scale, int degrees) {
        double t80 = scale * StudentT.quantile(0.9, degrees);
        double t95 = scale * StudentT.quantile(0.975, degrees);
        return new Banded(mean, mean - t80, mean + t80, mean - t95, mean + t95);
    }

    /** Of a part of a whole. */
    static Banded beta(double a, double b) {
        return ofQuantiles(part -> betaQuantile(a, b, part));
    }

    static double betaQuantile(double a, double b, double part) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (IncompleteBeta.regularised(a, b, middle) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The band of a distribution by its quantiles. */
    static Banded ofQuantiles(DoubleUnaryOperator quantile) {
        double[] q = new double[PARTS.length];
        for (int i = 0; i < q.length; i++) {
            q[i] = i == 0 ? quantile.applyAsDouble(PARTS[i]) : Math.max(q[i - 1], quantile.applyAsDouble(PARTS[i]));
        }
        return new Banded(q[2], q[1], q[3], q[0], q[4]);
    }

    /** The band under a rising function. */
    static Banded map(Banded b, DoubleUnaryOperator rising) {
        return new Banded(
                rising.applyAsDouble(b.value()),
                rising.applyAsDouble(b.lower80()),
                rising.applyAsDouble(b.upper80()),
                rising.applyAsDouble(b.lower95()),
                rising.applyAsDouble(b.upper95()));
    }

    /** Cut to what can be. */
    static Banded within(Banded b, double low, double high) {
        return map(b, x -> Math.max(low, Math.min(high, x)));
    }

    /** P(X < bound) of a normal; one half where it is exactly the bound. */
    static double below(double mean, double sd, double bound) {
        if (sd == 0) {
            return mean == bound ? 0.5 : mean < bound ? 1 : 0;
        }
        return StandardNormal.cdf((bound - mean) / sd);
    }

    /** P(T < bound) of a Student variable. */
    static double below(double mean, double scale, int degrees, double bound) {
        if (scale == 0) {
            return below(mean, 0, bound);
        }
        return StudentT.cdf((bound - mean) / scale, degrees);
    }

    /** P(X > h and Y > k) of standard normals with a correlation (Plackett 1954; Simpson's rule over the angle). */
    static double bothAbove(double h, double k, double correlation) {
        double independent = StandardNormal.cdf(-h) * StandardNormal.cdf(-k);
        double angle = StrictMath.asin(Math.max(-0.999, Math.min(0.999, correlation)));
        int steps = 64;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = angle * i / steps;
            double s = StrictMath.sin(t);
            double c2 = 1 - s * s;
            double value = StrictMath.exp(-(h * h + k * k - 2 * h * k * s) / (2 * c2));
            sum += value * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        double both = independent + sum * angle / steps / 3 / (2 * Math.PI);
        return Math.max(0, Math.min(1, both));
    }
}

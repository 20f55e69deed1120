package org.tidemark.estimate;

/**
 * The speed that a bank of filters begins with at its first reading. Technologies of the past were the faster the lower
 * their share: .45 logits a year below 1 %, .13 above 88 %, and linear in the logit of the share between.
 *
 * @param speed at the start, logits a year where {@code inLogits}, else units of each link a year
 * @param deviation standard deviation of that, in the same unit
 * @param inLogits whether the Gompertz filters begin at what that speed is on their link
 */
public record StartSpeed(double speed, double deviation, boolean inLogits) {
    /** The same on each link whatever the level: what vectors of the reference begin with. */
    public static final StartSpeed STATED = new StartSpeed(0.35, 0.5, false);

    private static final double DEVIATION = 0.25;
    private static final double SHARE_MIN = 0.001;
    private static final double SHARE_MAX = 0.999;
    private static final double[] LOGITS = {-5.5, -4.5, -3.5, -2.6, -1.7, -0.9, -0.3, 0.6, 2};
    private static final double[] SPEEDS = {0.45, 0.45, 0.42, 0.32, 0.24, 0.19, 0.16, 0.14, 0.13};

    /** The speed that technologies had at a share, 0 to 1. */
    public static StartSpeed atLevel(double share) {
        return inLogits(ofTechnologies(share));
    }

    /** A speed in logits a year, with the doubt that every start has. */
    static StartSpeed inLogits(double speed) {
        return new StartSpeed(speed, DEVIATION, true);
    }

    /** v_tech, logits a year. */
    static double ofTechnologies(double share) {
        return linear(LOGITS, SPEEDS, Link.LOGIT.of(Math.max(SHARE_MIN, Math.min(SHARE_MAX, share))));
    }

    /** The line through points, level outside of them. */
    static double linear(double[] xs, double[] ys, double x) {
        if (x <= xs[0]) {
            return ys[0];
        }
        int right = 1;
        while (right < xs.length && xs[right] < x) {
            right++;
        }
        if (right == xs.length) {
            return ys[xs.length - 1];
        }
        double inside = (x - xs[right - 1]) / (xs[right] - xs[right - 1]);
        return ys[right - 1] + inside * (ys[right] - ys[right - 1]);
    }

    /** What one logit is in units of a link at a share: (1 - y)/(-ln y) on the Gompertz curve. */
    double perUnit(Link link, double share) {
        return inLogits && link == Link.GOMPERTZ ? (1 - share) / -StrictMath.log(share) : 1;
    }
}

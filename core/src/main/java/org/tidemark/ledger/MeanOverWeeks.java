package org.tidemark.ledger;

import java.util.List;
import org.tidemark.figures.Figure;

/**
 * Mean of weekly figures, with a standard error that knows that a week resembles the week before: the long-run variance
 * by Newey and West (1987) with Bartlett's weights and the lag 4 (n/100)^(2/9) of their paper of 1994.
 *
 * @param sd standard error of the mean
 * @param weeks how many figures
 */
record MeanOverWeeks(double mean, double sd, int weeks) {
    /** The mean of at least one figure. */
    static MeanOverWeeks of(List<Figure> figures) {
        int n = figures.size();
        double sum = 0;
        for (Figure figure : figures) {
            sum += figure.value();
        }
        double mean = sum / n;
        int lags = (int) Math.floor(4 * StrictMath.pow(n / 100.0, 2.0 / 9));
        double variance = autocovariance(figures, mean, 0);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * autocovariance(figures, mean, lag);
        }
        return new MeanOverWeeks(mean, StrictMath.sqrt(Math.max(0, variance) / n), n);
    }

    private static double autocovariance(List<Figure> figures, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < figures.size(); i++) {
            sum += (figures.get(i).value() - mean) * (figures.get(i - lag).value() - mean);
        }
        return sum / figures.size();
    }
}

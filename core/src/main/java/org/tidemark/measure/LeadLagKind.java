package org.tidemark.measure;

import java.util.Set;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Banded;

/**
 * Which of two series goes first: both are prewhitened by their own autoregression, and the posterior of the lag is
 * proportional to the profile likelihood of the correlation at each (Box, Jenkins and Reinsel 1994). A positive lag says
 * that the first part goes ahead. Where no correlation leaves the band of chance, no lag is told apart: the band is wide.
 */
final class LeadLagKind implements Kind {
    private static final int LEAST = 24;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(Set.of("most"));
        settings.requireParts(2, 2);
        double most = settings.number("most", 8);
        if (!(most >= 1 && most <= 40)) {
            throw settings.wrong("settings: most", most + " lags", "write 1 to 40");
        }
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        LaggedPairs pairs = new LaggedPairs(recipe.gather(), (int) settings.number("most", 8));
        return new Course() {
            @Override
            public Outcome of(Parts parts) {
                pairs.take(parts);
                return pairs.size() < LEAST
                        ? Outcome.withheld("%d common periods; at least %d are needed", pairs.size(), LEAST)
                        : told(pairs);
            }

            @Override
            public int size() {
                return pairs.size();
            }
        };
    }

    private static Outcome told(LaggedPairs pairs) {
        int changes = pairs.size() - 1;
        int most = Math.min(pairs.most(), changes / 3);
        double step = (pairs.newest().time() - pairs.oldest().time()) / changes;
        int lags = 2 * most + 1;
        double[] r = new double[lags];
        double[] log = new double[lags];
        double best = Double.NEGATIVE_INFINITY;
        int at = most;
        for (int k = -most; k <= most; k++) {
            r[k + most] = pairs.correlation(k);
            // The number of pairs is kept the same, else a longer lag would be less probable only for having fewer.
            log[k + most] = -changes / 2.0 * StrictMath.log(Math.max(1e-12, 1 - r[k + most] * r[k + most]));
            if (log[k + most] > best) {
                best = log[k + most];
                at = k + most;
            }
        }
        double[] weights = new double[lags];
        double sum = 0;
        for (int i = 0; i < lags; i++) {
            weights[i] = StrictMath.exp(log[i] - best);
            sum += weights[i];
        }
        double ahead = 0;
        double behind = 0;
        for (int i = 0; i < lags; i++) {
            weights[i] /= sum;
            ahead += i > most ? weights[i] : 0;
            behind += i < most ? weights[i] : 0;
        }
        // Sidak: all lags together stay inside the band with 95 %.
        double z = Math.sqrt(2) * inverseErf(StrictMath.pow(0.95, 1.0 / lags));
        double chance = z / Math.sqrt(changes);
        boolean seen = Math.abs(r[at]) > chance;
        Banded band = Bands.ofQuantiles(part -> step * (quantile(weights, part) - most));
        return new Outcome.Told()
                .add(
                        "correlation",
                        r[at],
                        "correlation",
                        "at the most probable lag, of what each series does not say of itself")
                .add("most_probable", step * (at - most), "years", "above 0: the first part goes ahead")
                .add("p_first_ahead", ahead, "probability", "P(lag > 0)")
                .add("p_second_ahead", behind, "probability", "P(lag < 0)")
                .add("chance", chance, "correlation", "no correlation at any lag leaves this by chance with 95 %")
                .add(
                        "told",
                        seen ? 1 : 0,
                        "flag",
                        seen
                                ? "a lag is told apart from chance"
                                : "no lag told: every correlation is inside the band of chance")
                .outcome(band, behind, pairs.newest().period());
    }

    private static int quantile(double[] weights, double part) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum >= part) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private static double inverseErf(double p) {
        double low = 0;
        double high = 6;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            boolean below = 2 * org.tidemark.estimate.StandardNormal.cdf(middle * Math.sqrt(2)) - 1 < p;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return (low + high) / 2;
    }
}

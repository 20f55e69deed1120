package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.TurningDate.Turning;

/**
 * The dates of the turning points given each of a few ceilings K, when the level passes a share of K, and mixed over all
 * ceilings of the prior. In the mixture a ceiling counts with its prior weight times the probability that the level is not above it already: a
 * ceiling that was passed is none.
 */
final class InflectionDates {
    private static final double BAND_MAX_YEARS = 15;

    private final double now;

    private InflectionDates(double now) {
        this.now = now;
    }

    /**
     * By turning, then by ceiling with the mixture last.
     *
     * @param now fractional calendar year that "passed" is told for, not before the newest reading
     */
    static List<TurningDate> of(FilterState track, CeilingPrior prior, double now) {
        InflectionDates dates = new InflectionDates(now);
        double[] weights = possible(track.bank(), prior);
        List<Double> ceilings = new ArrayList<>(CeilingPrior.TOLD);
        ceilings.addAll(prior.ceilings());
        List<PassageCurve> curves = FirstPassage.of(track.bank(), track.past(), shares(ceilings));
        List<TurningDate> all = new ArrayList<>();
        for (Turning turning : Turning.values()) {
            int from = turningIndex(turning) * ceilings.size();
            dates.addTo(all, turning, curves.subList(from, from + ceilings.size()), weights);
        }
        return all;
    }

    private static int turningIndex(Turning turning) {
        return List.of(Turning.values()).indexOf(turning);
    }

    private static double[] shares(List<Double> ceilings) {
        double[] shares = new double[Turning.values().length * ceilings.size()];
        int i = 0;
        for (Turning turning : Turning.values()) {
            for (double ceiling : ceilings) {
                shares[i++] = turning.shareOfCeiling() * ceiling;
            }
        }
        return shares;
    }

    /** Weights of the ceilings that the level leaves possible; sum 1. */
    private static double[] possible(BankState state, CeilingPrior prior) {
        double[] weights = new double[prior.ceilings().size()];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double above = FirstPassage.above(state, prior.ceilings().get(k));
            weights[k] = prior.weights().get(k) * (1 - above);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    private void addTo(List<TurningDate> all, Turning turning, List<PassageCurve> curves, double[] weights) {
        int told = CeilingPrior.TOLD.size();
        for (int k = 0; k < told; k++) {
            all.add(date(turning, CeilingPrior.TOLD.get(k), curves.get(k), 0));
        }
        List<PassageCurve> mixed = curves.subList(told, curves.size());
        PassageCurve mixture = PassageCurve.mix(mixed, weights);
        all.add(date(turning, null, mixture, priorShare(mixed, weights)));
    }

    private TurningDate date(Turning turning, @Nullable Double ceiling, PassageCurve curve, double priorShare) {
        OptionalDouble year10 = curve.quantile(0.1);
        OptionalDouble year50 = curve.quantile(0.5);
        OptionalDouble year90 = curve.quantile(0.9);
        double passed = curve.at(now);
        // year90 present and year10 present imply year50 between them.
        if (year10.isEmpty()
                || year50.isEmpty()
                || year90.isEmpty()
                || year90.getAsDouble() - year10.getAsDouble() >= BAND_MAX_YEARS) {
            return new TurningDate(turning, ceiling, passed, null, null, null, priorShare);
        }
        return new TurningDate(
                turning, ceiling, passed, year10.getAsDouble(), year50.getAsDouble(), year90.getAsDouble(), priorShare);
    }

    /** Law of total variance: Var(E[T | K])/(Var(E[T | K]) + E[Var(T | K)]); 0 when the date is certain. */
    private static double priorShare(List<PassageCurve> curves, double[] weights) {
        double mean = 0;
        double within = 0;
        for (int k = 0; k < weights.length; k++) {
            mean += weights[k] * curves.get(k).mean();
            within += weights[k] * curves.get(k).variance();
        }
        double between = 0;
        for (int k = 0; k < weights.length; k++) {
            double away = curves.get(k).mean() - mean;
            between += weights[k] * away * away;
        }
        return between > 0 ? between / (between + within) : 0;
    }
}

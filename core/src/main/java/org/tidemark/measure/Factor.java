package org.tidemark.measure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;

/**
 * A part of a composed measure as a number with its error.
 *
 * @param unit in which it is held; {@link #OF_PART} for a figure, whose unit the recipe's check has compared
 * @param source what it was read from, and where its error is assumed by whom
 * @param assumed whether nobody measured it
 */
record Factor(String name, double mean, double sd, String unit, String source, boolean assumed) {
    static final String OF_PART = "of_part";

    /** The prior of a recipe that says how far the figure of a part may be off: mean 0, in the figure's unit. */
    static String error(MeasurePart part) {
        return part.name() + "_error";
    }

    /**
     * The newest number of a part; null where an estimate has none.
     *
     * @param error of a figure without a published standard error; null to take it as exact
     */
    static @Nullable Factor of(MeasurePart part, Part held, @Nullable Prior error) {
        Estimate upstream = held.upstream();
        if (upstream == null) {
            return ofFigure(part, held.columns().get(0).newest(), error);
        }
        MeasurePart.EstimateRef ref = Objects.requireNonNull(part.estimate());
        String source = part.reads() + ", " + upstream.model();
        return ref.term() == null ? ofLevel(part, ref, upstream, source) : ofTerm(part, ref, upstream, source);
    }

    private static Factor ofFigure(MeasurePart part, Point newest, @Nullable Prior error) {
        boolean published = newest.variance() > 0 || error == null;
        double sd = published ? Math.sqrt(newest.variance()) : sd(Objects.requireNonNull(error));
        String source = part.reads() + ", " + newest.period()
                + (published
                        ? ""
                        : "; standard deviation assumed: "
                                + Objects.requireNonNull(error).citation());
        return new Factor(part.name(), newest.value(), sd, OF_PART, source, false);
    }

    private static @Nullable Factor ofTerm(
            MeasurePart part, MeasurePart.EstimateRef ref, Estimate upstream, String source) {
        return upstream.terms().stream()
                .filter(t -> t.name().equals(ref.term()) && t.value() != null)
                .map(t -> of(part, ref, value(t), sd(t), t.unit(), source))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Factor ofLevel(
            MeasurePart part, MeasurePart.EstimateRef ref, Estimate upstream, String source) {
        Banded band = upstream.levels().stream()
                .filter(l -> l.horizon() == Horizon.P0D)
                .map(HorizonValue::band)
                .findFirst()
                .orElse(null);
        if (band == null) {
            return null;
        }
        double sd = (band.upper80() - band.lower80()) / (2 * StandardNormal.Z90);
        String unit = ref.bound() == null ? upstream.unit() : "probability";
        return of(part, ref, band.value(), sd, unit, source);
    }

    /** The number, or the probability that it lies beyond the bound. */
    private static Factor of(
            MeasurePart part, MeasurePart.EstimateRef ref, double mean, double sd, String unit, String source) {
        Double bound = ref.bound();
        if (bound == null) {
            return new Factor(part.name(), mean, sd, unit, source, false);
        }
        double below = Bands.below(mean, sd, bound);
        return new Factor(part.name(), ref.above() ? 1 - below : below, 0, unit, source, false);
    }

    /** The standard deviation of a prior, of a share known by so many observations too. */
    static double sd(Prior prior) {
        Double observations = prior.observations();
        if (observations != null) {
            return Math.sqrt(prior.mean() * (1 - prior.mean()) / (observations + 1));
        }
        return prior.standardDeviation() == null ? 0 : prior.standardDeviation();
    }

    private static double value(Term term) {
        return term.value() == null ? Double.NaN : term.value();
    }

    private static double sd(Term term) {
        return term.standardDeviation() == null ? 0 : term.standardDeviation();
    }
}

package org.tidemark.exposure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of a share over occupations, weighted by employment, and how far it may be off for want of figures.
 *
 * @param percent the mean over the rated occupations
 * @param coverage percent of employment that is in rated occupations
 * @param recoded percent of employment that is rated under other codes
 * @param employed persons in all occupations, rated or not
 * @param employedError standard error of that; null when no standard error was published
 * @param employmentSpread standard error of {@code percent} that comes from those of employment
 * @param unratedSpread how far the mean may move if the unrated part is rated: that part, times the spread between
 *     occupations
 */
record WeightedShare(
        double percent,
        double coverage,
        double recoded,
        double employed,
        @Nullable Double employedError,
        double employmentSpread,
        double unratedSpread) {

    /**
     * One occupation.
     *
     * @param percent the share within it; null when it has no rating
     */
    record Part(HeldFigure employment, @Nullable Double percent, boolean recoded) {
        double weight() {
            return employment.value();
        }

        double error() {
            Double error = employment.figure().standardError();
            return error == null ? 0 : error;
        }
    }

    /**
     * The mean over parts of which at least one is rated and has employment.
     *
     * @param whole employment that the parts are of; what is in none of them is unrated
     */
    static WeightedShare of(List<Part> parts, double whole) {
        double employed = 0;
        double rated = 0;
        double recoded = 0;
        double sum = 0;
        for (Part part : parts) {
            employed += part.weight();
            if (part.percent() != null) {
                rated += part.weight();
                recoded += part.recoded() ? part.weight() : 0;
                sum += part.weight() * part.percent();
            }
        }
        double mean = sum / rated;
        double between = StrictMath.sqrt(Math.max(0, varianceBetween(parts, mean) / rated));
        return new WeightedShare(
                mean,
                100 * rated / whole,
                100 * recoded / whole,
                employed,
                employedError(parts),
                employmentSpread(parts, mean, rated),
                (1 - rated / whole) * between);
    }

    private static double varianceBetween(List<Part> parts, double mean) {
        double sum = 0;
        for (Part part : parts) {
            if (part.percent() != null) {
                double apart = part.percent() - mean;
                sum += part.weight() * apart * apart;
            }
        }
        return sum;
    }

    /** The delta method on a ratio: the occupations' errors are taken as independent. */
    private static double employmentSpread(List<Part> parts, double mean, double rated) {
        double sum = 0;
        for (Part part : parts) {
            if (part.percent() != null) {
                double moved = part.error() * (part.percent() - mean) / rated;
                sum += moved * moved;
            }
        }
        return StrictMath.sqrt(sum);
    }

    private static @Nullable Double employedError(List<Part> parts) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.error() * part.error();
        }
        return sum > 0 ? StrictMath.sqrt(sum) : null;
    }
}

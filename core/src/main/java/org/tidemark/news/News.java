package org.tidemark.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;

/**
 * Why one estimate moved at one instant. A value that exists sums up: before and all impacts make after.
 *
 * @param asOf the instant that the new number was known at
 * @param horizon which of the estimate's numbers
 * @param unit of before, after and impacts
 * @param before what was published last
 * @param after what is published now
 * @param lines in the order of {@link NewsLine.Kind}
 */
public record News(
        EstimateKey key,
        Instant asOf,
        Horizon horizon,
        String unit,
        double before,
        double after,
        List<NewsLine> lines) {
    /** How far the sum may be off, for numbers of up to 1; in proportion for larger ones. */
    public static final double TOLERANCE = 1e-12;

    public News {
        lines = List.copyOf(lines);
        double sum = before;
        for (NewsLine line : lines) {
            sum += line.impact();
        }
        double bound = TOLERANCE * Math.max(1, Math.max(Math.abs(before), Math.abs(after)));
        if (!(Math.abs(sum - after) <= bound)) {
            throw new IllegalArgumentException(
                    "%s as of %s: %s and %d impacts make %s, not %s, which is off by %s; account for every change"
                            .formatted(key, asOf, before, lines.size(), sum, after, sum - after));
        }
    }

    /** Whether there is something to tell: a number before and one after, and not the same. */
    public static boolean isMove(Estimate before, Estimate after) {
        Optional<Double> was = before.level(Horizon.P0D);
        Optional<Double> is = after.level(Horizon.P0D);
        return was.isPresent() && is.isPresent() && !was.equals(is);
    }

    /** Why a number moved that no figure has moved: one line that accounts for all of it. */
    public static News because(NewsLine.Kind kind, Estimate before, Estimate after) {
        double was = before.level(Horizon.P0D).orElseThrow();
        double is = after.level(Horizon.P0D).orElseThrow();
        return new News(
                after.key(), after.asOf(), Horizon.P0D, after.unit(), was, is, List.of(NewsLine.whole(kind, is - was)));
    }

    /** All that the lines account for. */
    public double change() {
        return after - before;
    }
}

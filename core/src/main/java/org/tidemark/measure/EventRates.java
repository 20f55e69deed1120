package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.IncompleteBeta;
import org.tidemark.measure.EventCounts.Count;

/**
 * The rate of counts, as it is believed after each period, and the sum of what surprised; it goes on from the first count that
 * is another one. How far counts scatter, and how many there usually are, is {@link Learnt}.
 */
final class EventRates {
    private final double discount;
    private final double reference;
    private final Learnt<Usual> usual = new Learnt<>();
    private final List<Step> steps = new ArrayList<>();
    private List<Count> counts = List.of();

    /** Scatter in multiples of what a Poisson count would, and the mean of a period. */
    private record Usual(double dispersion, double mean) {
        static Usual of(List<Count> counts) {
            double mean = counts.stream()
                    .mapToDouble(c -> c.seen() / c.effort())
                    .average()
                    .orElse(1);
            return new Usual(dispersion(counts), mean);
        }

        /** How far counts scatter about the mean of their neighbours. */
        private static double dispersion(List<Count> counts) {
            double sum = 0;
            int n = 0;
            for (int i = 1; i < counts.size(); i++) {
                Count a = counts.get(i - 1);
                Count b = counts.get(i);
                double rate = (a.seen() + b.seen()) / (a.effort() + b.effort());
                if (rate > 0) {
                    double difference = b.seen() / b.effort() - a.seen() / a.effort();
                    sum += difference * difference / (rate * (1 / a.effort() + 1 / b.effort()));
                    n++;
                }
            }
            return n == 0 ? 1 : Math.max(1, sum / n);
        }
    }

    /** A Gamma belief of the rate, after a period. */
    record Rate(double shape, double effort) {
        double mean() {
            return shape / effort;
        }

        double sd() {
            return Math.sqrt(shape) / effort;
        }

        /** Wilson and Hilferty (1931): the cube root of a Gamma is nearly normal. */
        Banded band() {
            double c = 1 / (9 * shape);
            return Bands.map(Bands.normal(1 - c, Math.sqrt(c)), x -> mean() * StrictMath.pow(Math.max(0, x), 3));
        }

        /** P(this > times other), both Gamma and independent: the ratio is a Beta's odds. */
        double above(Rate other, double times) {
            double odds = times * effort / other.effort;
            return 1 - IncompleteBeta.regularised(shape, other.shape, odds / (1 + odds));
        }
    }

    /**
     * What is known after a period.
     *
     * @param shape of the Gamma, and {@code effort}, which the next period discounts; the rate's shape is above 0
     * @param sum of surprises that are not made up for yet, in standard deviations (Page 1954)
     * @param since the period in which it began
     */
    private record Step(double shape, Rate rate, double sum, String since) {}

    EventRates(double discount, double reference) {
        this.discount = discount;
        this.reference = reference;
    }

    /** So many counts at the beginning are those of the time before. */
    void keep(int same) {
        int kept = Math.min(steps.size(), same);
        steps.subList(kept, steps.size()).clear();
    }

    /** Takes the counts as they are now. */
    void take(List<Count> now, int same) {
        int teaching = Learnt.from(now.size());
        int kept = Math.min(same, steps.size());
        if (usual.isStale(teaching, kept)) {
            usual.learn(teaching, Usual.of(now.subList(0, teaching)));
            kept = 0;
        }
        keep(kept);
        counts = now;
        double effort = 0.5 / Math.max(1e-9, usual.get().mean());
        for (int i = kept; i < now.size(); i++) {
            steps.add(i == 0 ? first(now.get(0), effort) : next(steps.get(i - 1), now.get(i)));
        }
    }

    private Step first(Count count, double effort) {
        return after(0.5, effort, count, 0, "");
    }

    private Step next(Step before, Count count) {
        double expected = before.rate().mean() * count.effort();
        double sd =
                Math.sqrt(expected * dispersion() + StrictMath.pow(before.rate().sd() * count.effort(), 2));
        double sum = Math.max(0, before.sum() + (count.seen() - expected) / sd - reference);
        boolean begins = before.sum() == 0 && sum > 0;
        return after(
                before.shape(),
                before.rate().effort(),
                count,
                sum,
                begins ? count.period().label() : before.since());
    }

    private Step after(double shape, double effort, Count count, double sum, String since) {
        double now = discount * shape + count.seen() / dispersion();
        Rate rate = new Rate(Math.max(1e-6, now), discount * effort + count.effort() / dispersion());
        return new Step(now, rate, sum, since);
    }

    double dispersion() {
        return usual.get().dispersion();
    }

    Count newest() {
        return counts.get(counts.size() - 1);
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }

    Rate now() {
        return last().rate();
    }

    /** That of the last period up to a time, or of the first. */
    Rate before(double time) {
        int at = counts.size() - 1;
        while (at > 0 && counts.get(at).time() > time + 0.01) {
            at--;
        }
        return steps.get(at).rate();
    }

    double burst() {
        return last().sum();
    }

    String burstSince() {
        return last().since();
    }
}

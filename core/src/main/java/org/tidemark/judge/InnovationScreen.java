package org.tidemark.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.series.Period;

/**
 * Holds a new figure against its own series: the forecast is the last figure or that and the median step, the bound the predictive
 * distribution of the next innovation given those of the past and a prior, as {@link Judge} has it for scores. With few
 * figures behind it only a slip of the unit is out of range, and where values may be negative one downwards only of a series
 * that keeps away from 0.
 */
public final class InnovationScreen {
    /** Of a share at most so near to 0 or 1, so that a 0 is far from the rest but not infinitely. */
    private static final double SHARE_EDGE = 0.0005;

    private static final double EDGE_OF_SMALLEST = 0.1;
    /** What was once as far is not out of range, with room for what is a little farther. */
    private static final double BEYOND_PAST = 1.5;

    private static final double LENGTH_MAX = 1.5;
    private static final double STEPS_AHEAD_MAX = 4;
    private static final double PERCENT = 100;
    /** Of levels: times the largest of the past, and the same where few are known. */
    private static final double LEVELS = 6;

    private static final double LEVELS_FEW = 20;
    private static final double LEVELS_APART = 0.1;
    private static final double SPREAD_OF_LEVEL = 0.5;

    private final JudgingRules rules;
    private final RevisionScale scale;
    private final double whole;

    public InnovationScreen(JudgingRules rules, Indicator indicator) {
        this.rules = rules;
        this.scale = RevisionScale.of(indicator.transform());
        this.whole = indicator.unit().equals("percent") ? PERCENT : 1;
    }

    /** An earlier figure of the series. */
    public record Known(Period period, double value) {}

    /** How many earlier figures are looked at, at most. */
    public int pastMax() {
        return rules.newPastMax() + 1;
    }

    /** Whether two periods are so alike in length that one figure may be expected from the other. */
    public static boolean comparable(Period a, Period b) {
        return a.days() <= LENGTH_MAX * b.days() && b.days() <= LENGTH_MAX * a.days();
    }

    /**
     * Screens a figure; empty where nothing can be expected of it.
     *
     * @param past figures of the series before its period, the nearest first; those of another length are passed over
     */
    public Optional<Innovation> screen(String sector, Period period, double value, List<Known> past) {
        List<Known> alike = past.stream()
                .filter(k -> comparable(k.period(), period))
                .limit(pastMax())
                .toList();
        if (alike.isEmpty()) {
            return Optional.empty();
        }
        return scale == RevisionScale.SPREAD
                ? ofLevel(sector, period, value, alike)
                : edge(alike).map(edge -> of(sector, period, value, new Track(alike, edge)));
    }

    /** Whether a figure is so near to one that was held that it says the same. */
    public boolean isNear(Innovation out, double held) {
        if (scale == RevisionScale.SPREAD) {
            return Math.abs(out.value() - held) <= out.bound();
        }
        double edge = EDGE_OF_SMALLEST * Math.min(Math.abs(out.value()), Math.abs(held)) / whole;
        return Math.abs(at(out.value(), edge) - at(held, edge)) <= out.bound();
    }

    private Innovation of(String sector, Period period, double value, Track track) {
        double ahead = track.stepsTo(period);
        double at = at(value, track.edge);
        double drifted = track.last() + track.drift() * Math.min(ahead, STEPS_AHEAD_MAX);
        // A drift may end: what stays where the series was is no surprise either, so the nearer of the two counts.
        double forecast = Math.abs(at - drifted) < Math.abs(at - track.last()) ? drifted : track.last();
        double size = Math.abs(at - forecast);
        return new Innovation(sector, period, value, back(forecast), size, bound(track, ahead));
    }

    private double bound(Track track, double ahead) {
        int steps = track.steps.size();
        double weight = rules.priorWeight() + steps;
        double squares = rules.priorWeight() * rules.newSd() * rules.newSd() + track.squares();
        double usual = StudentSize.of(rules.newTail(), weight) * StrictMath.sqrt(ahead * squares / weight);
        // Across a gap a true figure may be a slip's width off too: a price falls by a thousand in three years.
        double slip = rules.slipShift() * StrictMath.sqrt(ahead);
        return Math.min(usual, Math.max(slip, BEYOND_PAST * track.farthest()));
    }

    /** Levels may be negative or near 0, where no ratio says anything: what is far above all of the past is out. */
    private Optional<Innovation> ofLevel(String sector, Period period, double value, List<Known> past) {
        Optional<Innovation> above = above(sector, period, value, past);
        return above.filter(Innovation::outOfRange).isPresent()
                ? above
                : hundredth(sector, period, value, past).or(() -> above);
    }

    /**
     * Of levels that keep to one side of 0 and away from it, such as a rate of unemployment, a slip of the unit downwards: what is
     * that much nearer to 0 than the last and all others. Empty where it is not.
     */
    private Optional<Innovation> hundredth(String sector, Period period, double value, List<Known> past) {
        double last = past.get(0).value();
        double smallest = past.stream()
                .mapToDouble(k -> k.value() * Math.signum(last))
                .min()
                .orElse(0);
        double largest =
                past.stream().mapToDouble(k -> Math.abs(k.value())).max().orElse(0);
        if (past.size() < 2 || smallest < LEVELS_APART * largest) {
            return Optional.empty();
        }
        double edge = smallest * StrictMath.exp(-rules.slipShift());
        double bound = Math.abs(last) - edge;
        double size = Math.abs(last - value);
        // What is 0 or beyond it is another thing: growth may stand still or turn into a fall.
        double at = value * Math.signum(last);
        return at > 0 && at < edge
                ? Optional.of(new Innovation(sector, period, value, last, size, bound))
                : Optional.empty();
    }

    /** What is far above all of the past. */
    private Optional<Innovation> above(String sector, Period period, double value, List<Known> past) {
        List<Double> sizes =
                past.stream().map(k -> Math.abs(k.value())).sorted().toList();
        double largest = sizes.get(sizes.size() - 1);
        if (past.size() < 2 || largest == 0) {
            return Optional.empty();
        }
        double last = past.get(0).value();
        double size = Math.abs(value - last);
        if (past.size() < rules.figuresMin()) {
            // Of levels that come near 0 a few say nothing of how far the next may go.
            return sizes.get(0) < LEVELS_APART * largest
                    ? Optional.empty()
                    : Optional.of(new Innovation(sector, period, value, last, size, LEVELS_FEW * largest));
        }
        List<Double> values = past.stream().map(Known::value).sorted().toList();
        double spread = Math.max(
                Quantiles.of(values, 0.75) - Quantiles.of(values, 0.25), SPREAD_OF_LEVEL * Quantiles.of(sizes, 0.5));
        double squares = rules.priorWeight() * spread * spread;
        for (int i = 0; i + 1 < past.size(); i++) {
            double step = past.get(i).value() - past.get(i + 1).value();
            squares += step * step;
        }
        double weight = rules.priorWeight() + past.size() - 1;
        double usual = StudentSize.of(rules.newTail(), weight) * StrictMath.sqrt(squares / weight);
        return Optional.of(new Innovation(sector, period, value, last, size, Math.max(usual, LEVELS * largest)));
    }

    /** As near to the edge of the scale as a value may count, by the smallest that is known; empty where all are 0. */
    private Optional<Double> edge(List<Known> past) {
        return past.stream()
                .map(Known::value)
                .filter(v -> v > 0)
                .min(Comparator.naturalOrder())
                .map(smallest -> {
                    double edge = EDGE_OF_SMALLEST * smallest / whole;
                    return scale == RevisionScale.LOGIT ? Math.min(SHARE_EDGE, edge) : edge;
                });
    }

    private double at(double value, double edge) {
        if (scale == RevisionScale.LOG) {
            return StrictMath.log(value > 0 ? value / whole : edge);
        }
        double inside = Math.min(Math.max(value / whole, edge), 1 - Math.min(edge, SHARE_EDGE));
        return StrictMath.log(inside / (1 - inside));
    }

    private double back(double at) {
        return whole * (scale == RevisionScale.LOG ? StrictMath.exp(at) : 1 / (1 + StrictMath.exp(-at)));
    }

    /** The past on the scale, the newest first, with the steps that it made. */
    private final class Track {
        private final double edge;
        private final List<Known> known;
        private final List<Double> steps = new ArrayList<>();
        private final List<Double> lengths = new ArrayList<>();
        private final double usualLength;

        Track(List<Known> known, double edge) {
            this.known = known;
            this.edge = edge;
            for (int i = 0; i + 1 < known.size(); i++) {
                steps.add(at(known.get(i).value(), edge) - at(known.get(i + 1).value(), edge));
                lengths.add(
                        middle(known.get(i).period()) - middle(known.get(i + 1).period()));
            }
            // Of one figure nothing tells how often there is one; as often as its period is long, then.
            this.usualLength = steps.isEmpty() ? known.get(0).period().days() : Math.max(1, Quantiles.median(lengths));
        }

        private double middle(Period period) {
            return (period.start().toEpochDay() + period.end().toEpochDay()) / 2.0;
        }

        double last() {
            return at(known.get(0).value(), edge);
        }

        /** How many usual steps it is to a period, at least one. */
        double stepsTo(Period period) {
            return Math.max(1, (middle(period) - middle(known.get(0).period())) / usualLength);
        }

        private double stepsOf(int i) {
            return Math.max(1, lengths.get(i) / usualLength);
        }

        double drift() {
            List<Double> each = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                each.add(steps.get(i) / stepsOf(i));
            }
            return each.size() < 3 ? 0 : Quantiles.median(each);
        }

        double squares() {
            double drift = drift();
            double squares = 0;
            for (int i = 0; i < steps.size(); i++) {
                double innovation = steps.get(i) - drift * stepsOf(i);
                squares += innovation * innovation / stepsOf(i);
            }
            return squares;
        }

        double farthest() {
            return steps.stream().mapToDouble(Math::abs).max().orElse(0);
        }
    }
}

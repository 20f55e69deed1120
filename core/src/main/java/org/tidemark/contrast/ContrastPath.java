package org.tidemark.contrast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.OuSpeed;
import org.tidemark.estimate.SeasonalSpeed;
import org.tidemark.estimate.SeasonalWave;
import org.tidemark.estimate.StandardNormal;

/**
 * What was believed of a gap and its speed at each period, from the gaps up to then and no later one. The speed reverts
 * to 0: without news a gap stays where it is.
 */
final class ContrastPath {
    private final ContrastFilter filter;
    private final List<State> states;
    private final @Nullable SeasonalSpeed seasonal;
    private final boolean filtered;

    private ContrastPath(
            ContrastFilter filter, List<State> states, @Nullable SeasonalSpeed seasonal, boolean filtered) {
        this.filter = filter;
        this.seasonal = seasonal;
        this.filtered = filtered;
        this.states = List.copyOf(states);
    }

    /** What was believed after the gap of one period. */
    record State(Gap gap, GaussianSpeed belief) {
        double gapNegative() {
            return negative(belief.level(), belief.p11());
        }

        double speedNegative() {
            return negative(belief.speed(), belief.p22());
        }
    }

    /**
     * Folds the gaps in. At the first one the gap is believed as it was measured, and the speed as it is spread when
     * nothing is known of it: normal around 0 with the variance that it has in the long run.
     *
     * @param gaps in the order of time, at least one
     */
    static ContrastPath fold(List<Gap> gaps, ContrastFilter filter) {
        OuSpeed dynamics = dynamics(filter);
        List<State> states = new ArrayList<>(gaps.size());
        Gap first = gaps.get(0);
        GaussianSpeed belief = new GaussianSpeed(first.value(), 0, variance(first, filter), 0, unknownSpeed(filter));
        states.add(new State(first, belief));
        for (int i = 1; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            GaussianSpeed before =
                    belief.after(dynamics, 0, gap.time() - gaps.get(i - 1).time());
            belief = observing(before, gap, filter);
            states.add(new State(gap, belief));
        }
        return new ContrastPath(filter, states, null, true);
    }

    /**
     * Folds gaps in whose season is estimated with them: of each state the belief without it.
     *
     * @param gaps in the order of time, at least one
     */
    static ContrastPath foldSeasonal(List<Gap> gaps, ContrastFilter filter, SeasonalWave wave) {
        List<State> states = new ArrayList<>(gaps.size());
        Gap first = gaps.get(0);
        SeasonalSpeed belief = SeasonalSpeed.before(dynamics(filter), wave, first.value(), unknownSpeed(filter));
        double time = first.time();
        for (Gap gap : gaps) {
            belief = belief.after(gap.time() - time)
                    .observing(gap.time(), gap.value(), variance(gap, filter), filter.gate());
            time = gap.time();
            states.add(new State(gap, belief.speed()));
        }
        return new ContrastPath(filter, states, belief, true);
    }

    /** What whole years say, one by one: they overlap, so that a filter would count each wave many times. */
    static ContrastPath ofYears(List<State> states, ContrastFilter filter) {
        return new ContrastPath(filter, states, null, false);
    }

    private static double unknownSpeed(ContrastFilter filter) {
        return filter.speedNoise() * filter.speedNoise() / (2 * filter.reversion());
    }

    private static GaussianSpeed observing(GaussianSpeed before, Gap gap, ContrastFilter filter) {
        double variance = variance(gap, filter);
        GaussianSpeed.Update update = filter.gate() > 0
                ? before.observingGated(gap.value(), variance, filter.gate())
                : before.observing(gap.value(), variance);
        return update.belief();
    }

    static double variance(Gap gap, ContrastFilter filter) {
        return filter.noise() * filter.noise() + gap.publishedVariance();
    }

    private static OuSpeed dynamics(ContrastFilter filter) {
        return new OuSpeed(filter.reversion(), filter.speedNoise(), filter.levelNoise());
    }

    /** P(value < 0); one half where the value is exactly known to be 0. */
    static double negative(double mean, double variance) {
        return mean == 0 ? 0.5 : StandardNormal.cdf(-mean / StrictMath.sqrt(variance));
    }

    List<State> states() {
        return states;
    }

    State newest() {
        return states.get(states.size() - 1);
    }

    /** The highest gap that was measured; of equals the first. */
    Gap peak() {
        Gap peak = states.get(0).gap();
        for (State state : states) {
            peak = state.gap().value() > peak.value() ? state.gap() : peak;
        }
        return peak;
    }

    /** What a gap that is measured at a later time is expected to be: with the season, or what the last one was off by. */
    double measuredAt(double time) {
        if (seasonal != null) {
            return at(time).level() + seasonal.season(time);
        }
        double off = filtered ? 0 : newest().gap().value() - newest().belief().level();
        return at(time).level() + off;
    }

    /** The newest belief carried to a later time; an earlier one leaves it as it is. */
    GaussianSpeed at(double time) {
        State newest = newest();
        return newest.belief()
                .after(dynamics(filter), 0, Math.max(0, time - newest.gap().time()));
    }
}

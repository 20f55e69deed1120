package org.tidemark.measure;

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
 * What was believed of a gap and its speed at each period, from the gaps up to then and no later one.
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
    record State(Point gap, GaussianSpeed belief) {
        double gapNegative() {
            return negative(belief.level(), belief.p11());
        }

        double speedNegative() {
            return negative(belief.speed(), belief.p22());
        }
    }

    /**
     * Folds the gaps in.
     *
     * @param gaps in the order of time, at least one
     */
    static ContrastPath fold(List<Point> gaps, ContrastFilter filter) {
        SpeedFold fold = fold(filter);
        List<State> states = new ArrayList<>(gaps.size());
        GaussianSpeed belief = fold.first(gaps.get(0));
        states.add(new State(gaps.get(0), belief));
        for (int i = 1; i < gaps.size(); i++) {
            belief = fold.next(belief, gaps.get(i - 1), gaps.get(i)).belief();
            states.add(new State(gaps.get(i), belief));
        }
        return new ContrastPath(filter, states, null, true);
    }

    /**
     * Folds gaps in whose season is estimated with them: of each state the belief without it.
     *
     * @param gaps in the order of time, at least one
     */
    static ContrastPath foldSeasonal(List<Point> gaps, ContrastFilter filter, SeasonalWave wave) {
        List<State> states = new ArrayList<>(gaps.size());
        Point first = gaps.get(0);
        SpeedFold fold = fold(filter);
        SeasonalSpeed belief = SeasonalSpeed.before(fold.dynamics(), wave, first.value(), fold.unknownSpeed());
        double time = first.time();
        for (Point gap : gaps) {
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

    static double variance(Point gap, ContrastFilter filter) {
        return filter.noise() * filter.noise() + gap.variance();
    }

    private static SpeedFold fold(ContrastFilter filter) {
        return new SpeedFold(dynamics(filter), filter.noise() * filter.noise(), filter.gate());
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
    Point peak() {
        Point peak = states.get(0).gap();
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

package org.tidemark.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.series.EventTime;
import org.tidemark.series.Period;

/** Says what a {@link FilterState} means: levels, projections, speed, stage and dates, with their bands. */
public final class PenetrationReport {
    /** The name of the measure. */
    public static final String MEASURE = "penetration";

    /** The name of the measure that is a range between sources, and no level. */
    public static final String RANGE = "penetration.range";

    /** The term that names the lowest level that was seen. */
    public static final String LOWEST = "lowest";
    /** The term that names the highest level that was seen. */
    public static final String HIGHEST = "highest";

    private static final String PERCENT = "percent";

    private PenetrationReport() {}

    /**
     * What the estimate is of, besides the numbers.
     *
     * @param asOf publication instant of what is known
     * @param newest reference period of the newest input, the one that the track ends at
     * @param unit {@code percent} for values of 0 to 100; any other for shares of 0 to 1
     * @param standardError of a figure like the newest, in shares; widens the bands of projections, which are of a figure
     *     to be observed; 0 when none is known
     */
    public record Basis(EstimateKey key, Instant asOf, Period newest, String unit, double standardError) {
        public Basis {
            if (!(standardError >= 0 && Double.isFinite(standardError))) {
                throw new IllegalArgumentException("%s: standard error %s; it must be a share, finite and not negative"
                        .formatted(key, standardError));
            }
        }
    }

    /**
     * The estimate. Under {@value BankModel#EARLY_MIN} readings only levels at P0D and NOW; under
     * {@value BankModel#OBSERVATIONS_MIN} the speed and one year ahead too, and neither later years nor dates.
     */
    public static Estimate of(FilterState track, Basis basis, CeilingPrior prior) {
        BankState state = track.bank();
        double now = Math.max(state.time(), EventTime.ofInstant(basis.asOf()));
        return new Estimate(
                basis.key(),
                basis.asOf(),
                basis.newest(),
                state.readings(),
                track.inputs().hex(),
                BankModel.VERSION + "+" + prior.label(),
                basis.unit(),
                levels(state, basis, now),
                state.readings() < BankModel.EARLY_MIN ? null : trajectory(track, prior, now),
                seen(track.past(), basis.unit()),
                null);
    }

    /**
     * What rules read of an estimate: the level of its newest period, speed and stage. For reading many that may come.
     */
    public static Estimate glance(BankState state, Basis basis) {
        Trajectory trajectory = new Trajectory(
                Mixture.ofSpeedLogits(state).banded(), speedPoints(state), CeilingDoubt.of(state), List.of());
        return new Estimate(
                basis.key(),
                basis.asOf(),
                basis.newest(),
                state.readings(),
                "",
                BankModel.VERSION,
                basis.unit(),
                List.of(new HorizonValue(Horizon.P0D, level(state).times(scale(basis.unit())), null)),
                state.readings() < BankModel.EARLY_MIN ? null : trajectory);
    }

    /** Between what the level has been: whether it ever crossed a threshold can be told by them. */
    private static List<Term> seen(LevelTrace past, String unit) {
        String said = "level believed at the first figure and at the end of each quarter since, up to 15 years back";
        return List.of(
                seen(LOWEST, past.lowest() * scale(unit), unit, "lowest " + said),
                seen(HIGHEST, past.highest() * scale(unit), unit, "highest " + said));
    }

    private static Term seen(String name, double value, String unit, String said) {
        return new Term(name, value, null, null, Term.Basis.ESTIMATED, unit, said);
    }

    private static List<HorizonValue> levels(BankState state, Basis basis, double now) {
        List<HorizonValue> levels = new ArrayList<>();
        double factor = scale(basis.unit());
        for (Horizon horizon : Horizon.values()) {
            if (!isTold(horizon, state.readings())) {
                continue;
            }
            double years = horizon == Horizon.NOW ? now - state.time() : horizon.yearsAhead();
            BankState then = FilterBank.predict(state, years);
            Banded band = horizon.isProjection() ? figure(then, basis.standardError()) : level(then);
            levels.add(new HorizonValue(horizon, band.times(factor), null));
        }
        return levels;
    }

    /** What a share of 1 is in a unit: 100 in {@code percent}, else 1. */
    public static double scale(String unit) {
        return unit.equals(PERCENT) ? 100 : 1;
    }

    /** Whether so many readings are enough for a horizon. */
    private static boolean isTold(Horizon horizon, int readings) {
        int enough = horizon == Horizon.P1Y ? BankModel.EARLY_MIN : BankModel.OBSERVATIONS_MIN;
        return !horizon.isProjection() || readings >= enough;
    }

    /** The level at the time of the state, as a share: median and bands of the mixture. */
    public static Banded level(BankState state) {
        return Mixture.ofLevel(state).banded();
    }

    /**
     * A figure observed at the time of the state, as a share: the level's bands, and the noise of a figure at the median,
     * added in quadrature.
     *
     * @param standardError of that figure, share
     */
    public static Banded figure(BankState state, double standardError) {
        Banded level = level(state);
        double median = level.value();
        double noise = StrictMath.sqrt(BankModel.figureVariance(median, standardError));
        double noise80 = StandardNormal.Z90 * noise;
        double noise95 = StandardNormal.Z975 * noise;
        return new Banded(
                median,
                Math.max(0, median - quadrature(median - level.lower80(), noise80)),
                Math.min(1, median + quadrature(level.upper80() - median, noise80)),
                Math.max(0, median - quadrature(median - level.lower95(), noise95)),
                Math.min(1, median + quadrature(level.upper95() - median, noise95)));
    }

    /** The odds of the stages at the time of the state. */
    public static StageOdds stage(BankState state) {
        return CeilingDoubt.of(state);
    }

    /**
     * The odds of the stages at the time of the state if everybody were the plateau, as they were told before there was a
     * doubt about it: what {@link #stage} is scored against.
     */
    public static StageOdds stageOfEverybody(BankState state) {
        return CeilingDoubt.none(state);
    }

    private static double quadrature(double a, double b) {
        return StrictMath.sqrt(a * a + b * b);
    }

    private static Trajectory trajectory(FilterState track, CeilingPrior prior, double now) {
        BankState state = track.bank();
        return new Trajectory(
                Mixture.ofSpeedLogits(state).banded(),
                speedPoints(state),
                stage(state),
                state.readings() < BankModel.OBSERVATIONS_MIN ? List.of() : InflectionDates.of(track, prior, now));
    }

    /** Sum of w p'(x) v, in percentage points a year. */
    private static double speedPoints(BankState state) {
        double share = 0;
        for (int m = 0; m < BankModel.MODELS; m++) {
            double slope = BankModel.link(m).slope(state.number(m, OuStep.X));
            share += state.weight(m) * slope * state.number(m, OuStep.V);
        }
        return 100 * share;
    }
}

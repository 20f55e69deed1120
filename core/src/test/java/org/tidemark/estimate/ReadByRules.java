package org.tidemark.estimate;

import java.time.Instant;
import java.util.List;
import org.tidemark.series.Period;

/**
 * What alert rules read of a penetration: the level in the newest period, the speed and the stage, each by the same code as
 * {@link PenetrationReport}. Projections and dates, which cost ten times as much and which no rule reads, are left out.
 */
public final class ReadByRules {
    private static final double PERCENT = 100;

    private ReadByRules() {}

    /** The estimate with its level, speed and stage alone. */
    public static Estimate of(BankState state, EstimateKey key, Instant asOf, Period newest) {
        HorizonValue level =
                new HorizonValue(Horizon.P0D, PenetrationReport.level(state).times(PERCENT), null);
        boolean early = state.readings() < BankModel.EARLY_MIN;
        Trajectory trajectory = early
                ? null
                : new Trajectory(Mixture.ofSpeedLogits(state).banded(), 0, CeilingDoubt.of(state), List.of());
        return new Estimate(
                key,
                asOf,
                newest,
                state.readings(),
                "",
                BankModel.VERSION,
                "percent",
                List.of(level),
                trajectory,
                List.of(above16(state)),
                null);
    }

    /** What the mixture itself says of P(level above 16 %). */
    private static Term above16(BankState state) {
        double above = FirstPassage.above(state, 0.16);
        return new Term("above_16", above, null, null, Term.Basis.ESTIMATED, "probability", "of the mixture");
    }
}

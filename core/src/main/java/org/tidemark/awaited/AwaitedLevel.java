package org.tidemark.awaited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.ComingRelease;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.ReleaseWorth;
import org.tidemark.series.EventTime;
import org.tidemark.series.Period;

/**
 * What a penetration awaits: the release is gone through by the filters that will read it.
 *
 * @param release when, and of what
 * @param coming what the release is expected to bring
 * @param state what the filters believe before it
 */
public record AwaitedLevel(AwaitedRelease release, ComingRelease coming, BankState state) implements Awaited {
    /**
     * The next release of a source, with as many figures as fall into its interval.
     *
     * @param standardError of its figures, as a share
     * @param today the day it is told on
     */
    public static AwaitedLevel of(
            EstimateKey cell,
            String unit,
            String source,
            ExpectedRelease next,
            Past past,
            double standardError,
            BankState state,
            LocalDate today) {
        int figures = past.figures(next);
        List<Double> times = new ArrayList<>();
        for (int i = 1; i <= figures; i++) {
            times.add(Math.max(state.time(), past.newest().midYear() + i * past.step() / Past.YEAR_DAYS));
        }
        return new AwaitedLevel(
                new AwaitedRelease(cell, unit, source, next, past.newest(), figures, AwaitedRelease.told(next, today)),
                new ComingRelease(times, standardError),
                state);
    }

    @Override
    public Prospect prospect(AlertOdds.Asked alerts) {
        List<BankState> outcomes = coming.outcomes(state);
        double last = coming.times().get(coming.times().size() - 1);
        ReleaseWorth worth = worth(outcomes, last);
        List<Estimate> estimates = outcomes.stream().map(this::glance).toList();
        return new Prospect(worth, AlertOdds.of(alerts, estimates));
    }

    /**
     * What the release did, once it has come: its own move, and how sure the level was then.
     *
     * @param after what the filters believed after it
     */
    public ReleaseWorth done(BankState after) {
        return worth(List.of(after), after.time());
    }

    /** On the day that it is told for, or at the time of the newest figure where that is later. */
    private ReleaseWorth worth(List<BankState> outcomes, double last) {
        double day = EventTime.ofInstant(release.at());
        return ReleaseWorth.of(state, outcomes, Math.max(last, day)).times(PenetrationReport.scale(release.unit()));
    }

    private Estimate glance(BankState outcome) {
        Period newest = release.newest();
        long days = StrictMath.round((outcome.time() - newest.midYear()) * Past.YEAR_DAYS);
        Period period = new Period(newest.start().plusDays(days), newest.end().plusDays(days));
        return PenetrationReport.glance(
                outcome,
                new PenetrationReport.Basis(
                        release.cell(), release.at(), period, release.unit(), coming.standardError()));
    }
}

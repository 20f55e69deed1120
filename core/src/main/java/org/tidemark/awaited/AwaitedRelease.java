package org.tidemark.awaited;

import java.time.Instant;
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
import org.tidemark.series.PublicationDate;

/**
 * The next release of a source as one estimate of penetration awaits it.
 *
 * @param cell the estimate
 * @param unit of its levels
 * @param source that is awaited
 * @param next when
 * @param newest newest period that the source has a figure of
 * @param coming what the release is expected to bring
 * @param state what the filters believe before it
 * @param at end of the day that it is told for: the expected one, or today where that is over
 */
public record AwaitedRelease(
        EstimateKey cell,
        String unit,
        String source,
        ExpectedRelease next,
        Period newest,
        ComingRelease coming,
        BankState state,
        Instant at) {
    /** More figures than this in one release are read as so many: what the first ones leave of doubt is little. */
    private static final int FIGURES_MAX = 8;

    private static final double YEAR_DAYS = 365.25;

    /** The last figures of a source in a cell, in the order of time. */
    public record Past(List<Period> periods, double standardError) {
        public Past {
            periods = List.copyOf(periods);
            if (periods.isEmpty()) {
                throw new IllegalArgumentException("a source without figures awaits nothing; leave it out");
            }
        }

        Period newest() {
            return periods.get(periods.size() - 1);
        }

        /** Usual days between the middles of its periods; of one period its length. */
        double step() {
            List<Double> steps = new ArrayList<>();
            for (int i = Math.max(1, periods.size() - 12); i < periods.size(); i++) {
                steps.add((periods.get(i).midYear() - periods.get(i - 1).midYear()) * YEAR_DAYS);
            }
            steps.removeIf(step -> step <= 0);
            steps.sort(null);
            return steps.isEmpty() ? newest().days() : steps.get(steps.size() / 2);
        }
    }

    /**
     * The next release of a source, with as many figures as fall into its interval.
     *
     * @param today the day it is told on
     */
    public static AwaitedRelease of(
            EstimateKey cell,
            String unit,
            String source,
            ExpectedRelease next,
            Past past,
            BankState state,
            LocalDate today) {
        LocalDate day = next.day().isBefore(today) ? today : next.day();
        double step = past.step();
        long figures = Math.max(1, Math.min(FIGURES_MAX, StrictMath.round(next.interval() / step)));
        List<Double> times = new ArrayList<>();
        for (int i = 1; i <= figures; i++) {
            times.add(Math.max(state.time(), past.newest().midYear() + i * step / YEAR_DAYS));
        }
        return new AwaitedRelease(
                cell,
                unit,
                source,
                next,
                past.newest(),
                new ComingRelease(times, past.standardError()),
                state,
                PublicationDate.endOf(day));
    }

    /** What it is worth, with the probability that each alert would be raised or over by it. */
    public Outlook outlook(AlertOdds.Asked alerts) {
        List<BankState> outcomes = coming.outcomes(state);
        double last = coming.times().get(coming.times().size() - 1);
        ReleaseWorth worth = ReleaseWorth.of(state, outcomes, Math.max(last, EventTime.ofInstant(at)));
        List<Estimate> estimates =
                outcomes.stream().map(outcome -> glance(outcome)).toList();
        return new Outlook(worth, AlertOdds.of(alerts, estimates));
    }

    private Estimate glance(BankState outcome) {
        long days = StrictMath.round((outcome.time() - newest.midYear()) * YEAR_DAYS);
        Period period = new Period(newest.start().plusDays(days), newest.end().plusDays(days));
        return PenetrationReport.glance(
                outcome, new PenetrationReport.Basis(cell, at, period, unit, coming.standardError()));
    }

    /** What is known of a release before it comes. */
    public record Outlook(ReleaseWorth worth, List<AlertOdds> alerts) {
        public Outlook {
            alerts = List.copyOf(alerts);
        }
    }
}

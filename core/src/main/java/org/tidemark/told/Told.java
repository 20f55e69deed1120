package org.tidemark.told;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.EndedSeries;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Nowcast;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Trajectory;

/**
 * What is told of an estimate on a day, in the words that tables, query API, metrics and dashboards share: the
 * <em>latest</em> level is that of the newest figure's period, the <em>nowcast</em> is the level on that day.
 *
 * @param day today, or the one that was asked for
 * @param ended why no figure will come any more; empty while figures are awaited
 * @param latest the level in the newest figure's period, in the unit of the estimate; empty where no number is given
 * @param nowcast the level on the day; of penetration only, and not of what is not asked any more
 * @param speed at the newest figure's period, percentage points a year: the mean of the models, and the band of the speed
 *     in logits at the slope that the mean has to its median; empty while it is too early
 */
public record Told(
        Estimate estimate,
        LocalDate day,
        Optional<EndedSeries> ended,
        Optional<Banded> latest,
        Optional<Banded> nowcast,
        Optional<Banded> speed) {
    private static final double WHOLE = 100;
    private static final int MONTH_DAYS = 28;

    /** What is told on a day with what the catalogue knows. */
    public static Told of(Estimate estimate, LocalDate day, Catalogue catalogue) {
        return of(estimate, day, catalogue.ended(estimate.key().concept()));
    }

    /** What is told on a day of a series that has ended or not. */
    public static Told of(Estimate estimate, LocalDate day, Optional<EndedSeries> ended) {
        Optional<Banded> latest = estimate.levels().stream()
                .filter(level -> level.horizon() == Horizon.P0D)
                .map(HorizonValue::band)
                .findFirst();
        boolean share = estimate.key().measure().equals(PenetrationReport.MEASURE);
        return new Told(
                estimate,
                day,
                ended,
                latest,
                share && ended.isEmpty() ? Nowcast.of(estimate, day) : Optional.empty(),
                Optional.ofNullable(estimate.trajectory()).map(t -> speed(t, estimate, latest)));
    }

    private static Banded speed(Trajectory t, Estimate estimate, Optional<Banded> latest) {
        Banded logits = t.speedLogits();
        double points = t.speedPoints();
        double slope = points / logits.value();
        if (!(slope > 0) || Double.isInfinite(slope)) {
            double share = latest.map(Banded::value).orElse(0.0) / PenetrationReport.scale(estimate.unit());
            slope = WHOLE * share * (1 - share);
        }
        return new Banded(
                points,
                Math.min(points, slope * logits.lower80()),
                Math.max(points, slope * logits.upper80()),
                Math.min(points, slope * logits.lower95()),
                Math.max(points, slope * logits.upper95()));
    }

    /** A level of an estimate as people read it: of a range its ends, for no number in it is better than another. */
    public static String said(Estimate estimate, Banded level) {
        BandText text = BandText.of(level);
        return estimate.key().measure().equals(PenetrationReport.RANGE) ? text.ends() : text.toString();
    }

    /** P(value &lt; 0) of the latest level, of measures that have a sign. */
    public Optional<Double> negative() {
        return estimate.levels().stream()
                .filter(level -> level.horizon() == Horizon.P0D)
                .flatMap(level -> Optional.ofNullable(level.pNegative()).stream())
                .findFirst();
    }

    /** Days from the end of the newest figure's period to the day; 0 while the period lasts. */
    public long ageDays() {
        return Math.max(0, ChronoUnit.DAYS.between(estimate.period().end(), day));
    }

    /**
     * Whether the latest level is stale: its newest figure was published longer ago than two usual intervals of its source.
     * The nowcast, whose band has widened since, is what holds on the day. Of an estimate that is made of others the
     * length of its newest period stands for the interval, where that is a month at least; of shorter ones none is known.
     */
    public boolean isStale() {
        return latest.isPresent() && ageDays() > freshDays();
    }

    private double freshDays() {
        return estimate.terms().stream()
                .filter(term -> term.name().equals(Term.FRESH_DAYS))
                .flatMap(term -> Optional.ofNullable(term.value()).stream())
                .findFirst()
                .orElseGet(this::freshByPeriod);
    }

    private double freshByPeriod() {
        long length = estimate.period().days();
        long known =
                ChronoUnit.DAYS.between(estimate.period().end(), LocalDate.ofInstant(estimate.asOf(), ZoneOffset.UTC));
        return length < MONTH_DAYS ? Double.POSITIVE_INFINITY : Math.max(0, known) + 2.0 * length;
    }
}

package org.tidemark.alert.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.ReadByRules;
import org.tidemark.figures.HeldFigures;
import org.tidemark.penetration.PenetrationEstimator;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Economies in which AI spreads as the engine takes it to spread, seen by one source. */
final class PenetrationWorld {
    private static final String ECONOMY = "US";
    private static final double PERCENT = 100;

    private final Catalogue catalogue;
    private final Calendar calendar;
    private final Indicator indicator;
    private final double standardError;
    private final int years;
    private final List<Calendar.Release> releases;

    /**
     * One kind of source.
     *
     * @param standardError that the source publishes, percentage points; 0 where it publishes none
     */
    PenetrationWorld(Catalogue catalogue, Calendar calendar, String indicator, double standardError, int years) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.indicator = catalogue.indicator(indicator).orElseThrow();
        this.standardError = standardError;
        this.years = years;
        this.releases = calendar.releases(years, catalogue);
    }

    /** A figure as it is published, in percent. */
    private record Published(Calendar.Release release, double percent) {}

    /** One economy, all that is said of it, and the truth. */
    Story draw(Random random) {
        Diffusion diffusion = Diffusion.draw(years, random);
        return new Story(calendar, 12.0 * years, told(figures(diffusion, random)), diffusion);
    }

    private List<Published> figures(Diffusion diffusion, Random random) {
        List<Published> figures = new ArrayList<>();
        for (Calendar.Release release : releases) {
            double share = diffusion.figure(release.period(), error() / PERCENT, random);
            figures.add(new Published(release, PERCENT * share));
        }
        return figures;
    }

    private double error() {
        return standardError > 0 ? standardError : indicator.noise();
    }

    /** Nothing is revised, so that the filters go on from figure to figure as those of the topology do. */
    private List<Estimate> told(List<Published> figures) {
        List<Estimate> told = new ArrayList<>();
        EstimateKey key = new EstimateKey(ECONOMY, SeriesId.TOTAL, PenetrationReport.MEASURE, indicator.concept());
        BankState state = null;
        for (Published one : figures) {
            Period period = one.release().period();
            Measurement reading = new Measurement(period.midYear(), one.percent() / PERCENT, error() / PERCENT);
            state = state == null ? FilterBank.begin(reading) : FilterBank.update(state, reading);
            told.add(ReadByRules.of(state, key, one.release().published(), period));
        }
        return told;
    }

    private SeriesId series() {
        return new SeriesId(indicator.id(), ECONOMY, SeriesId.TOTAL, calendar.source());
    }

    /** The last thing that would be said of an economy, by way of the filters alone and by way of the estimator. */
    List<Estimate> lastBothWays(Random random) {
        List<Published> figures = figures(Diffusion.draw(years, random), random);
        HeldFigures held = new HeldFigures(ECONOMY);
        figures.forEach(f -> held.put(
                new FigureId(series(), f.release().period()),
                f.percent(),
                error(),
                f.release().published()));
        List<Estimate> told = told(figures);
        List<Estimate> whole =
                new PenetrationEstimator(catalogue, CeilingPrior.EQUAL, Set.of(indicator.id())).estimates(held);
        return List.of(told.get(told.size() - 1), whole.get(0));
    }
}

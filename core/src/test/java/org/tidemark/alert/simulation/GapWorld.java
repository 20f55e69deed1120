package org.tidemark.alert.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.catalogue.Seasonality;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Season;
import org.tidemark.figures.HeldFigures;
import org.tidemark.gap.GapAtEachRelease;
import org.tidemark.gap.GapEstimator;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Demand and supply that move as the gap's own models take them to move; all constants are those of docs/methods/demand-gap.md. */
final class GapWorld {
    private static final String ECONOMY = "US";
    private static final double REVERSION = 0.7;
    private static final double UTILISATION = 80;
    /** Of an answer of all firms, percentage points. */
    private static final double STANDARD_ERROR = 0.3;

    private static final double ANSWER = 15;

    private final Catalogue catalogue;
    private final Calendar calendar;
    private final GapRecipe recipe;
    private final int years;
    private final boolean unadjusted;
    private final List<Calendar.Release> releases;

    GapWorld(Catalogue catalogue, Calendar calendar, String recipe, int years) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.recipe = Objects.requireNonNull(catalogue.recipes().gaps().get(recipe));
        this.years = years;
        this.releases = calendar.releases(years, catalogue);
        this.unadjusted = this.recipe.indicators().stream()
                .anyMatch(id -> catalogue.indicator(id).orElseThrow().season() == Seasonality.UNADJUSTED);
    }

    /** One economy, all that is said of it, and the truth. */
    Story draw(Random random) {
        Map<Period, Double> gaps = new HashMap<>();
        List<Estimate> told = told(held(gaps, random));
        return new Story(calendar, 12.0 * years, told, (condition, period) -> isNegative(gaps, period));
    }

    /** Until a season can be estimated, what is said is the change over a year. */
    private boolean isNegative(Map<Period, Double> gaps, Period period) {
        double time = period.midYear();
        boolean change = unadjusted && time < releases.get(0).period().midYear() + Season.YEARS_MIN;
        double before = change ? Objects.requireNonNull(gaps.get(nearest(gaps, time - 1))) : 0;
        return Objects.requireNonNull(gaps.get(period)) < before;
    }

    private static Period nearest(Map<Period, Double> gaps, double time) {
        return gaps.keySet().stream()
                .min(Comparator.comparingDouble(p -> Math.abs(p.midYear() - time)))
                .orElseThrow();
    }

    private List<Estimate> told(HeldFigures held) {
        return GapAtEachRelease.of(recipe, held, Calendar.published(releases), unadjusted);
    }

    /** The last thing that would be said of an economy: by one filter over all releases, and by the estimator. */
    List<Estimate> lastBothWays(Random random) {
        HeldFigures held = held(new HashMap<>(), random);
        List<Estimate> told = told(held);
        Estimate whole = new GapEstimator(catalogue)
                .estimates(held).stream()
                        .filter(e -> e.key().equals(told.get(0).key()))
                        .findFirst()
                        .orElseThrow();
        return List.of(told.get(told.size() - 1), whole);
    }

    private HeldFigures held(Map<Period, Double> gaps, Random random) {
        boolean balance = recipe.kind() == GapRecipe.Kind.BALANCE;
        States states = balance ? new States(2, 1, 0, 0, random) : new States(0.04, 0.015, 0.006, 0.006, random);
        HeldFigures held = new HeldFigures(ECONOMY);
        SeasonDrawn season = unadjusted ? SeasonDrawn.draw(random) : SeasonDrawn.NONE;
        for (Calendar.Release release : releases) {
            states.to(release.period().midYear());
            gaps.put(release.period(), states.gap);
            if (balance) {
                balances(held, release, states, season, random);
            } else {
                capacity(held, release, states, random);
            }
        }
        return held;
    }

    /** The states of both models: a trend that only capacity has, a slowly moving mean, and the gap. */
    private static final class States {
        private final double gapSd;
        private final double meanNoise;
        private final double trendNoise;
        private final double slopeNoise;
        private final Random random;
        private double time = Calendar.FIRST_YEAR;
        private double trend;
        private double slope = 0.03;
        private double mean;
        private double gap;

        private States(double gapSd, double meanNoise, double trendNoise, double slopeNoise, Random random) {
            this.gapSd = gapSd;
            this.meanNoise = meanNoise;
            this.trendNoise = trendNoise;
            this.slopeNoise = slopeNoise;
            this.random = random;
            gap = gapSd * random.nextGaussian();
        }

        private void to(double later) {
            double step = later - time;
            double root = StrictMath.sqrt(step);
            double keeps = StrictMath.exp(-REVERSION * step);
            trend += slope * step + trendNoise * root * random.nextGaussian();
            slope += slopeNoise * root * random.nextGaussian();
            mean += meanNoise * root * random.nextGaussian();
            gap = keeps * gap + gapSd * StrictMath.sqrt(1 - keeps * keeps) * random.nextGaussian();
            time = later;
        }
    }

    private void capacity(HeldFigures held, Calendar.Release release, States states, Random random) {
        double supply = states.trend + 0.004 * random.nextGaussian();
        double demand = states.trend + states.mean + states.gap + 0.008 * random.nextGaussian();
        put(held, recipe.supply().get(0), release, UTILISATION * StrictMath.exp(supply), null);
        put(held, recipe.supply().get(1), release, UTILISATION, null);
        put(held, recipe.demand().get(0), release, 100 * StrictMath.exp(demand), null);
    }

    /** Demand has the gap, supply stays; each answer has its own sampling error, and the balance one point besides. */
    private void balances(
            HeldFigures held, Calendar.Release release, States states, SeasonDrawn season, Random random) {
        double balance = states.mean + states.gap + season.at(release.period().midYear()) + random.nextGaussian();
        answers(held, recipe.supply(), release, 0, random);
        answers(held, recipe.demand(), release, balance, random);
    }

    private void answers(
            HeldFigures held, List<String> indicators, Calendar.Release release, double balance, Random random) {
        double correlation = -ANSWER / (100 - ANSWER);
        double one = random.nextGaussian();
        double other = correlation * one + StrictMath.sqrt(1 - correlation * correlation) * random.nextGaussian();
        put(held, indicators.get(0), release, ANSWER + balance / 2 + STANDARD_ERROR * one, STANDARD_ERROR);
        put(held, indicators.get(1), release, ANSWER - balance / 2 + STANDARD_ERROR * other, STANDARD_ERROR);
    }

    private void put(
            HeldFigures held,
            String indicator,
            Calendar.Release release,
            double value,
            @Nullable Double standardError) {
        SeriesId series = new SeriesId(indicator, ECONOMY, SeriesId.TOTAL, calendar.source());
        held.put(new FigureId(series, release.period()), value, standardError, release.published());
    }
}

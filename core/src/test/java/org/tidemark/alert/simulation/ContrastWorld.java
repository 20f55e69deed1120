package org.tidemark.alert.simulation;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.AlertCondition;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Seasonality;
import org.tidemark.catalogue.SectorGroups;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.measure.GapAtEachRelease;
import org.tidemark.measure.Several;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * Sectors of which the exposed one moves against the others as a recipe's filter takes it to move, from a gap of 0 on. To
 * spare time one exposed sector is held and as many others as a basket must have; the noise is that of the whole gap.
 */
final class ContrastWorld {
    private static final String ECONOMY = "US";
    /** Of one answer of one sector, percentage points. */
    private static final double STANDARD_ERROR = 1;

    private static final double MORE = 30;
    private static final double LESS = 25;
    private static final double INDEX = 100;

    private final Catalogue catalogue;
    private final Calendar calendar;
    private final MeasureRecipe recipe;
    private final SectorGroups groups;
    private final int years;
    private final boolean unadjusted;
    private final List<Calendar.Release> releases;

    ContrastWorld(Catalogue catalogue, Calendar calendar, String recipe, int years) {
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.recipe =
                Objects.requireNonNull(catalogue.recipes().measures().recipes().get(recipe));
        this.groups = Objects.requireNonNull(this.recipe.groups());
        this.years = years;
        this.releases = calendar.releases(years, catalogue);
        this.unadjusted = this.recipe.parts().stream()
                .anyMatch(part -> catalogue
                                .indicator(Objects.requireNonNull(part.indicator()))
                                .orElseThrow()
                                .season()
                        == Seasonality.UNADJUSTED);
    }

    /** The true gap, in the unit of the recipe's filter. */
    private record TrueGap(OuPath path) implements Story.Truth {
        @Override
        public boolean holds(AlertCondition condition, Period period) {
            return path.level(period.midYear()) < 0;
        }
    }

    /** One economy, all that is said of it, and the truth. */
    Story draw(Random random) {
        OuPath gap = gap(random);
        return new Story(calendar, 12.0 * years, told(held(gap, random)), new TrueGap(gap));
    }

    private OuPath gap(Random random) {
        ContrastFilter f = groups.filter();
        OuPath.Law law = new OuPath.Law(f.reversion(), f.speedNoise(), f.levelNoise(), gap -> 0);
        return OuPath.draw(law, Calendar.FIRST_YEAR - 1, years + 1.0, 0, law.usualSpeed(0, random), random);
    }

    private List<Estimate> told(HeldFigures held) {
        return GapAtEachRelease.of(recipe, held, Calendar.published(releases), unadjusted);
    }

    /** The last thing that would be said of an economy: by one fold of all releases, and by the estimator. */
    List<Estimate> lastBothWays(Random random) {
        HeldFigures held = held(gap(random), random);
        List<Estimate> told = told(held);
        Estimate whole = Several.contrasts(catalogue).estimates(held).stream()
                .filter(e -> e.key().equals(told.get(0).key()))
                .findFirst()
                .orElseThrow();
        return List.of(told.get(told.size() - 1), whole);
    }

    private HeldFigures held(OuPath gap, Random random) {
        HeldFigures held = new HeldFigures(ECONOMY);
        SeasonDrawn season = unadjusted ? SeasonDrawn.draw(random) : SeasonDrawn.NONE;
        for (Calendar.Release release : releases) {
            double time = release.period().midYear();
            publish(held, release, gap.level(time) + season.at(time), random);
        }
        return held;
    }

    private void publish(HeldFigures held, Calendar.Release release, double gap, Random random) {
        String exposed = groups.exposed().get(0);
        Stream.concat(Stream.of(exposed), groups.unexposed().stream().limit(SectorGroups.BASKET_MIN))
                .forEach(sector -> {
                    double value =
                            sector.equals(exposed) ? gap + groups.filter().noise() * random.nextGaussian() : 0;
                    put(held, sector, release, value, random);
                });
    }

    private void put(HeldFigures held, String sector, Calendar.Release release, double value, Random random) {
        MeasurePart first = recipe.parts().get(0);
        String indicator = Objects.requireNonNull(first.indicator());
        if (recipe.parts().size() == 1) {
            boolean log = first.function() == MeasurePart.Function.LOG;
            put(held, indicator, sector, release, log ? INDEX * StrictMath.exp(value) : value, null);
            return;
        }
        double p = MORE + value / 2;
        double q = LESS - value / 2;
        // Nobody can say both, so that the errors of the two answers are as correlated as those of a multinomial
        // sample.
        double correlation = -StrictMath.sqrt(Math.max(0, p * q / ((100 - p) * (100 - q))));
        double one = random.nextGaussian();
        double other = correlation * one + StrictMath.sqrt(1 - correlation * correlation) * random.nextGaussian();
        put(held, indicator, sector, release, p + STANDARD_ERROR * one, STANDARD_ERROR);
        put(
                held,
                Objects.requireNonNull(recipe.parts().get(1).indicator()),
                sector,
                release,
                q + STANDARD_ERROR * other,
                STANDARD_ERROR);
    }

    private void put(
            HeldFigures held,
            String indicator,
            String sector,
            Calendar.Release release,
            double value,
            @Nullable Double standardError) {
        SeriesId series = new SeriesId(indicator, ECONOMY, sector, calendar.source());
        held.put(new FigureId(series, release.period()), value, standardError, release.published());
    }
}

package org.tidemark.standalone.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.figures.HeldFigures;
import org.tidemark.it.RealData;
import org.tidemark.pool.PoolCoverage;
import org.tidemark.pool.PoolSurprise;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;

/** All of BTOS, nation, states and sectors, each figure foretold by the pool's filter from those before it. */
class PoolForecastsRealDataTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final String WHOLE = "TOTAL";

    private static PoolCoverage coverage(List<HeldFigures> figures, Predicate<HeldFigures> of, boolean whole) {
        PooledEstimator pool = new PooledEstimator(CATALOGUE);
        List<PoolSurprise> surprises = figures.stream()
                .filter(of)
                .flatMap(f -> pool.surprises(f).stream())
                .filter(s -> s.sector().equals(WHOLE) == whole)
                .toList();
        return PoolCoverage.of(surprises).stream()
                .filter(c -> c.concept().equals("firms.goods_services") && !c.beside())
                .findFirst()
                .orElseThrow();
    }

    private static List<HeldFigures> survey() throws IOException {
        CurveCollector collector = new CurveCollector(CATALOGUE);
        new Loader(CATALOGUE, Formats.all(CATALOGUE), collector, Clock.systemUTC(), LoadProgress.SILENT)
                .run(Inputs.of(List.of(RealData.at("census-btos"))), LoadSettings.ALL);
        return collector.figures();
    }

    /** The whole of the survey says that the bands are as wide as they should be, and no scale is to be changed for 29 figures. */
    @Test
    void bandsHoldFourInFiveOfThousandsOfFiguresAndDeviationsHaveVarianceOne() throws IOException {
        List<HeldFigures> figures = survey();

        PoolCoverage states = coverage(figures, f -> f.economy().startsWith("US-"), true);
        PoolCoverage sectors = coverage(figures, f -> f.economy().equals("US"), false);
        PoolCoverage nation = coverage(figures, f -> f.economy().equals("US"), true);

        assertThat(states.figures()).isGreaterThan(1_800);
        assertThat(sectors.figures()).isGreaterThan(800);
        assertThat(List.of(states, sectors)).allSatisfy(of -> {
            assertThat(of.share80()).as("%s", of).isBetween(0.8, 0.85);
            assertThat((double) of.held95() / of.figures()).as("%s", of).isBetween(0.93, 0.97);
            assertThat(of.meanSquare()).as("%s", of).isBetween(0.9, 1.15);
        });
        // The first 24 waves, before any other concept was counted in the US, and those after.
        assertThat(nation.share80()).as("%s", nation).isBetween(0.7, 0.95);
    }
}

package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;

class GapEstimatorProperties {
    private static final GapEstimator ESTIMATOR = new GapEstimator(MadeFigures.catalogue());

    private record Cell(String indicator, YearMonth month, double value) {}

    @Property(tries = 20)
    void theOrderOfFillingChangesNothing(@ForAll Random random) {
        List<Cell> cells = new ArrayList<>();
        for (YearMonth m = MadeFigures.FIRST; !m.isAfter(MadeFigures.LAST); m = m.plusMonths(1)) {
            cells.add(new Cell("supply.industry.production", m, MadeFigures.production(m)));
            cells.add(new Cell("supply.capacity.utilisation", m, MadeFigures.utilisation(m)));
            cells.add(new Cell("demand.retail.sales", m, MadeFigures.sales(m)));
            cells.add(new Cell("prices.pce.all", m, MadeFigures.prices(m)));
        }
        Collections.shuffle(cells, random);
        HeldFigures held = new HeldFigures("XX");
        cells.forEach(c -> MadeFigures.put(held, c.indicator(), c.month(), c.value()));

        assertThat(ESTIMATOR.estimates(held)).isEqualTo(ESTIMATOR.estimates(MadeFigures.economy()));
    }

    /** A change of currency or of base year is no gap: it only moves m. */
    @Property(tries = 50)
    void constantFactorsOfDemandAndPricesLeaveTheGapAlone(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double nominal,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double deflator) {
        GapPath scaled = path(MadeFigures.monthly(new HeldFigures("XX"), nominal, deflator));
        GapPath plain = path(MadeFigures.economy());

        for (int i = 0; i < plain.steps().size(); i++) {
            GapPath.Step a = plain.steps().get(i);
            GapPath.Step b = scaled.steps().get(i);
            assertThat(b.filtered().mean(3)).isCloseTo(a.filtered().mean(3), within(1e-9));
            assertThat(b.filtered().covariance(3, 3)).isCloseTo(a.filtered().covariance(3, 3), within(1e-12));
            assertThat(b.filtered().mean(2) - a.filtered().mean(2))
                    .isCloseTo(Math.log(nominal / deflator), within(1e-9));
        }
    }

    private static GapPath path(HeldFigures held) {
        Ingredients from = Ingredients.of(
                Objects.requireNonNull(MadeFigures.catalogue().recipes().gaps().get("retail.pce_all")),
                held,
                "TOTAL",
                false);
        return GapPath.of(GapModel.CAPACITY, Moments.of(from.recipe(), from.rows()), true);
    }

    @Property(tries = 50)
    void thePartsSumToTheGapToTheLastBit(
            @ForAll @DoubleRange(min = 0.1, max = 99) double exposure,
            @ForAll @DoubleRange(min = 0.01, max = 19) double half95,
            @ForAll @DoubleRange(min = 20, max = 90) double labourShare) {
        List<Estimate> all = ESTIMATOR.estimates(PartsFixture.complete(exposure, half95, labourShare));

        double sum = 0;
        for (String part : List.of("distribution", "cycle", "ai_supply", "rest")) {
            sum += value(all, "demand_gap.part." + part);
        }

        assertThat(sum).isEqualTo(value(all, "demand_gap"));
    }

    private static double value(List<Estimate> all, String measure) {
        return all.stream()
                .filter(e ->
                        e.key().measure().equals(measure) && e.key().concept().equals("retail.pce_all"))
                .mapToDouble(e -> e.levels().get(0).band().value())
                .findFirst()
                .orElseThrow();
    }
}
